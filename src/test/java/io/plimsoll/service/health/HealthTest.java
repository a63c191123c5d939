package io.plimsoll.service.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs the service asks how it is; nobody else learns anything by the same questions. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class HealthTest {

    @Inject
    Fixtures fixtures;

    @ConfigProperty(name = "plimsoll.metrics.token")
    String token;

    @Test
    void anybodyMayAskWhetherItIsAliveAndReady() {
        given().get("/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", equalTo(List.of("database")))
                .body(not(containsString("jdbc")));
    }

    @Test
    void theMetricsTellHowLongAnswersTakeAndHowTheDatabaseAndTheMachineDo() {
        Browser.of(fixtures.person(Role.PLANNER)).get("/");
        read("Bearer " + token)
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\""))
                .body(containsString("le=\"0.2\""))
                .body(containsString("agroal_active_count"))
                .body(containsString("jvm_memory_used_bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "bEaReR "})
    void howBearerIsWrittenMakesNoDifference(String bearer) {
        read(bearer + token).then().statusCode(200);
        read(bearer + "wrong").then().statusCode(401);
    }

    /** Licences and Skus in addresses would make a line of each, and tell whose. */
    @Test
    void theMetricsNameNobody() {
        String licence = "SECRET-SHOP";
        given().header(
                        "Authorization",
                        "Bearer " + fixtures.person(Role.PLANNER).token())
                .get("/api/retailers/" + licence);
        given().get("/" + licence);
        read("Bearer " + token).then().statusCode(200).body(not(containsString(licence)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic c2VjcmV0"})
    void withoutTheirTokenTheMetricsAreNotRead(String authorization) {
        read(authorization).then().statusCode(401).body(equalTo(""));
    }

    @Test
    void theTokenOfAPersonIsNotTheirs() {
        read("Bearer " + fixtures.person(Role.ADMIN).token()).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics/",
                "//metrics",
                "/./metrics",
                "/health/../metrics",
                "/%6Detrics",
                "/metrics;x",
                "/metrics?x"
            })
    void noOtherWayOfWritingTheirAddressLeadsToThem(String address) {
        given().urlEncodingEnabled(false).get(address).then().body(not(containsString("jvm_memory")));
    }

    private static Response read(String authorization) {
        return given().header("Authorization", authorization).get("/metrics");
    }
}
