package io.plimsoll.service.policies;

import io.plimsoll.exchange.Uploads;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Makes a policy of the files that a planner hands in. It may name registered Skus only: a misspelt one would have no
 * ceiling, and nobody would notice.
 */
@ApplicationScoped
class Importing {

    private static final Set<String> NAME_SKUS = Set.of("policy/sku_ceilings.csv", "policy/launches.csv");

    private final Sql sql;
    private final PolicyFiles files;

    Importing(Sql sql, PolicyFiles files) {
        this.sql = sql;
        this.files = files;
    }

    /** What only the register knows of a row. */
    private record Registered(Set<String> skus) implements Objections {

        @Override
        public boolean concern(String file) {
            return NAME_SKUS.contains(file);
        }

        @Override
        public Map<String, Message> to(String file, Map<String, String> row) {
            boolean isKnown = !row.containsKey("sku") || skus.contains(row.get("sku"));
            return isKnown ? Map.of() : Map.of("sku", Message.of("EXPECTED_REGISTERED_SKU"));
        }
    }

    private Registered registered() {
        return new Registered(new TreeSet<>(sql.list("SELECT sku FROM sku", row -> row.getString(1))));
    }

    /**
     * Reads a policy out of files of any kind.
     *
     * @throws Refused with file, line, column, value and what was expected there
     */
    PolicyVersion read(List<Uploads.Sent> sent) {
        Registered registered = registered();
        return policy(files.take(sent, registered), registered);
    }

    /** The same of a body that is the file itself. */
    PolicyVersion read(InputStream content, String name) {
        Registered registered = registered();
        return policy(files.take(content, name, registered), registered);
    }

    /** The same of texts by the names of their files. */
    PolicyVersion read(Map<String, String> tables) {
        Registered registered = registered();
        return policy(files.take(tables, registered), registered);
    }

    private static PolicyVersion policy(SortedMap<String, byte[]> tables, Registered registered) {
        if (tables.isEmpty()) {
            throw Refused.field("files", Message.of("POLICY_FILES_EXPECTED"));
        }
        try {
            return PolicyVersion.of(tables, registered.skus());
        } catch (BadInput bad) {
            throw Refused.field("files", bad.message());
        }
    }
}
