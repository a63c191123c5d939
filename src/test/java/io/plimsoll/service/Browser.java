package io.plimsoll.service;

import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a browser does with our pages, without scripts: keeps cookies, sends back what forms hold. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final CookieFilter cookies = new CookieFilter();

    /** Signs somebody in. */
    public static Browser of(Fixtures.Somebody somebody) {
        Browser browser = new Browser();
        browser.post("/sign-in", "/sign-in", Map.of("name", somebody.name(), "password", Fixtures.PASSWORD))
                .then()
                .statusCode(303);
        return browser;
    }

    /** Opens a page; redirects are not followed. */
    public Response get(String address) {
        return request().get(address);
    }

    /** Opens the page that has the form, and sends the form with these fields. */
    public Response post(String page, String action, Map<String, ?> fields) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", csrf(get(page).asString()))
                .formParams(fields)
                .post(action);
    }

    /** The token that the forms of a page carry. */
    public static String csrf(String html) {
        Matcher matcher = CSRF.matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** A request with the cookies of this browser. */
    public RequestSpecification request() {
        return RestAssured.given().filter(cookies).redirects().follow(false);
    }
}
