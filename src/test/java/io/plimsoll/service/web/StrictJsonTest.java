package io.plimsoll.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read as it stands: nothing is taken for something of another kind, and nothing is done where something is wrong. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class StrictJsonTest {

    private static final String TERRITORY = "{\"code\":\"STRICT\",\"name\":\"n\"}";

    @Inject
    Fixtures fixtures;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(Role role, String address, String type, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                        .header(
                                "Authorization",
                                "Bearer " + fixtures.person(role).token())
                        .header("Idempotency-Key", Forms.random())
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Role role, String address, String body) throws IOException, InterruptedException {
        return send(role, address, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ADMIN | /api/people | {'name':'strict','displayName':'d','role':4} | role | PLANNER",
                "ADMIN | /api/people | {'name':'strict','displayName':'d','role':'4'} | role | PLANNER",
                "ADMIN | /api/people | {'name':'strict','displayName':'d','role':''} | role | PLANNER",
                "ADMIN | /api/people | {'name':'strict','displayName':'d','role':' PLANNER '} | role | PLANNER",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','keyBrand':1} | keyBrand | true or false",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','keyBrand':'true'} | keyBrand | true or false",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','keyBrand':''} | keyBrand | true or false",
                "ADMIN | /api/people | {'name':7,'displayName':'d','role':'PLANNER'} | name | Text is expected",
                "ADMIN | /api/people | {'name':true,'displayName':'d','role':'PLANNER'} | name | Text is expected",
                "PLANNER | /api/skus | {'sku':5,'brand':'b','tier':'TIER_1','status':'SCARCE'} | sku | Text is expected",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','price':'7'} | price | A number",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','firstSold':20000} | firstSold | A day",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','firstSold':''} | firstSold | A day",
                "PLANNER | /api/skus | {'sku':'5','brand':'b','tier':'TIER_1','status':'SCARCE','firstSold':[2026,1,1]} | firstSold | A day",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':'S','demand':'１'}]} | lines[0].demand | A number",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':'S','demand':' 7 '}]} | lines[0].demand | A number",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':'S','demand':''}]} | lines[0].demand | A number",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':'S','demand':true}]} | lines[0].demand | A number",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':'S','demand':1.0}]} | lines[0].demand | A number",
                "RETAILER | /api/cycles/NONE/orders | {'lines':[{'sku':5,'demand':1}]} | lines[0].sku | Text is expected",
                "RETAILER | /api/cycles/NONE/orders | {'lines':''} | lines | A list",
                "RETAILER | /api/assisted-orders/1/confirmation | {'confirms':7} | confirms | true or false",
                "CUSTOMER_MANAGER | /api/cycles/NONE/assisted-orders | {'visitedAt':1700000000} | visitedAt | A moment",
                "CUSTOMER_MANAGER | /api/cycles/NONE/assisted-orders | {'visitedAt':1700000000.5} | visitedAt | A moment",
                "CUSTOMER_MANAGER | /api/cycles/NONE/assisted-orders | {'visitedAt':'1700000000'} | visitedAt | A moment",
                "CUSTOMER_MANAGER | /api/cycles/NONE/assisted-orders | {'visitedAt':'+10000-01-01T00:00:00Z'} | visitedAt | A moment",
                "PLANNER | /api/cycles | {'cycle':'STRICT','opensAt':1700000000} | opensAt | A moment",
            })
    void nothingIsTakenForSomethingOfAnotherKind(Role role, String address, String body, String field, String expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(role, address, body.replace('\'', '"'));
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"field\":\"" + field + "\""), answer.body());
        assertTrue(answer.body().contains(expected), answer.body());
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM person WHERE name IN ('strict', '7', 'true')"));
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM sku WHERE sku = '5'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"code\":\"STRICT-2\",\"name\":\"m\"}", " trailing", "]]]", " {", "\u0000", ",", "//", "1"})
    void whatStandsBehindTheEndIsNotPassedOver(String behind) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(Role.PLANNER, "/api/territories", TERRITORY + behind);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("line 1, column "), answer.body());
        nothingWasDone();
    }

    @Test
    void blanksAndLinesBehindTheEndAreNothing() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(Role.PLANNER, "/api/territories", TERRITORY.replace("STRICT", "STRICT-BLANKS") + " \r\n\t ");
        assertEquals(201, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"STRICT\",\\n  \"name\":} | line 2, column 10",
                "{\"code\":\"STRICT\",\\n\"name\":\"n\",} | line 2",
                "{\"code\":\"STRICT\",\"name\":\"n\" | line 1",
                "{'code':'STRICT'} | line 1, column 2",
            })
    void whatIsNoJsonIsToldWhereItStopsToBeIt(String body, String place) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(Role.PLANNER, "/api/territories", body.replace("\\n", "\n"));
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(place), answer.body());
        nothingWasDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void jsonInAnotherEncodingIsRefused(String charset) throws IOException, InterruptedException {
        byte[] body = TERRITORY.getBytes(Charset.forName(charset));
        for (String type : new String[] {"application/json", "application/json; charset=" + charset}) {
            assertEquals(415, send(Role.PLANNER, "/api/territories", type, body).statusCode());
        }
        nothingWasDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "nope", "iso-8859-1", "\"utf-16\""})
    void jsonThatIsSaidToBeInAnotherEncodingIsRefused(String charset) throws IOException, InterruptedException {
        byte[] body = TERRITORY.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(Role.PLANNER, "/api/territories", "application/json; charset=" + charset, body);
        assertEquals(415, answer.statusCode(), answer.body());
        nothingWasDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"; charset=utf-8", ";charset=UTF-8", "; charset=\"utf-8\"", ""})
    void utf8IsReadHoweverItIsNamed(String charset) throws IOException, InterruptedException {
        String code = Forms.random().replaceAll("[^A-Za-z0-9]", "");
        HttpResponse<String> answer = send(
                Role.PLANNER,
                "/api/territories",
                "application/json" + charset,
                ("{\"code\":\"" + code + "\",\"name\":\"\u4E2D\"}").getBytes(StandardCharsets.UTF_8));
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("\u4E2D", fixtures.value("SELECT name FROM territory WHERE code = ?", code));
    }

    private void nothingWasDone() {
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM territory WHERE code IN ('STRICT', 'STRICT-2')"));
    }
}
