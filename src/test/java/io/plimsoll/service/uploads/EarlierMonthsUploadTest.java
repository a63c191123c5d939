package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months before the service come in as a table of their own, of registered shops, and have the figures derived again. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class EarlierMonthsUploadTest {

    private static final String HEADER = "retailer,period,demand,granted,ceiling\n";

    @Inject
    Fixtures fixtures;

    private final String shop = "E-" + Forms.random().replaceAll("[_-]", "x").substring(0, 8);
    private Fixtures.Somebody planner;

    @BeforeEach
    void aShop() {
        planner = fixtures.person(Role.PLANNER);
        fixtures.execute(
                "INSERT INTO retailer (licence, manager, market_type, size_class, status, order_interval)"
                        + " VALUES (?, 'M-E', 'URBAN', 'SMALL', 'ACTIVE', 1)",
                shop);
    }

    private Response upload(String rows) {
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", "earlier_months.csv")
                .contentType("text/csv")
                .body((HEADER + rows).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/uploads");
    }

    private Response store(Response uploaded) {
        uploaded.then().statusCode(201);
        return RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .header("If-Match", "\"" + uploaded.path("upload.version") + "\"")
                .post("/api/uploads/" + uploaded.path("upload.id") + "/store");
    }

    private List<String> months() {
        return fixtures.values(
                "SELECT CONCAT_WS(' ', period, demand, granted, IFNULL(ceiling, '-')) FROM earlier_month WHERE licence = ?"
                        + " ORDER BY period",
                shop);
    }

    private String asked() {
        return fixtures.value("SELECT COALESCE(SUM(asked), 0) FROM figures_due WHERE cycle = ''");
    }

    @Test
    void theyAreStoredAndSaidAgainTheyAreSaidAnew() {
        long before = Long.parseLong(asked());
        store(upload(shop + ",2019-07,50,40,46\n" + shop + ",2019-08,30,30,\n"))
                .then()
                .statusCode(200);
        assertEquals(List.of("2019-07 50 40 46", "2019-08 30 30 -"), months());
        assertEquals(before + 1, Long.parseLong(asked()), "the figures are to be derived again");
        store(upload(shop + ",2019-08,31,29,33\n")).then().statusCode(200);
        assertEquals(List.of("2019-07 50 40 46", "2019-08 31 29 33"), months());
    }

    @Test
    void anUnknownShopAndAMonthThatIsNoneAreErrorsOfTheirRows() {
        Response uploaded =
                upload("nobody,2019-07,50,40,46\n" + shop + ",2019-13,50,40,46\n" + shop + ",2019-09,-1,0,\n");
        uploaded.then().statusCode(201).body("upload.errors", equalTo(3));
        store(uploaded).then().statusCode(422);
        assertEquals(List.of(), months());
    }

    @Test
    void aMonthThatIsNotOverAndMoreGrantedThanAskedForAreErrorsOfTheirRows() {
        Response uploaded = upload(shop + ",9998-05,50,40,46\n" + shop + ",2019-09,50,51,\n");
        uploaded.then()
                .statusCode(201)
                .body("upload.errors", equalTo(2))
                .body("tables[0].errors.column", equalTo(List.of("period", "granted")));
        store(uploaded).then().statusCode(422);
    }

    @Test
    void aMonthStandsThereOnce() {
        Response uploaded = upload(shop + ",2019-07,50,40,46\n" + shop + ",2019-07,51,40,46\n");
        uploaded.then().body("upload.errors", equalTo(1));
        store(uploaded).then().statusCode(422);
    }
}
