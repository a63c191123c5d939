package io.plimsoll.service.master;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a name to be searched is what would be made of it in the moment of searching. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class BareNamesTest {

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "East (Gate) No. 1",
                "\u5e73\u5b89\u3000\uff08\u4e1c\uff09\u5e97",
                "\u3010A\u3011\u300a\uff22\u300b\u300c\u00e7\u300d [x] \uff3by\uff3d",
                "plain"
            })
    void theKeptNameIsTheOneThatIsCompared(String name) {
        String licence = "B (" + Forms.random().substring(0, 8) + ")";
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, ?, 'M-B', 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licence,
                name);
        String made = "SELECT " + Where.loosely("r.%s").replace(" COLLATE utf8mb4_0900_ai_ci", "")
                + " FROM retailer r WHERE r.licence = ?";
        assertEquals(
                fixtures.value(made.formatted("name"), licence),
                fixtures.value("SELECT bare_name FROM retailer WHERE licence = ?", licence));
        assertEquals(
                fixtures.value(made.formatted("licence"), licence),
                fixtures.value("SELECT bare_licence FROM retailer WHERE licence = ?", licence));
    }
}
