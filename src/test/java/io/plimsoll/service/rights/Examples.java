package io.plimsoll.service.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.Locale;
import java.util.Optional;

/** The bodies that the published description of {@code /api} gives as examples. */
public final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;

    private Examples(JsonNode description) {
        this.description = description;
    }

    public static Examples ofOpenApi() {
        try {
            return new Examples(JSON.readTree(RestAssured.given()
                    .accept("application/json")
                    .get("/api/openapi?format=json")
                    .asString()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The description as a whole. */
    public JsonNode description() {
        return description;
    }

    /** The example of an endpoint's body; nothing where it takes none. */
    Optional<String> of(Endpoint endpoint) {
        JsonNode body = description
                .path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json");
        if (body.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode example = body.path("example");
        if (example.isMissingNode()) {
            example = resolved(body.path("schema")).path("examples").path(0);
        }
        if (example.isMissingNode()) {
            example = resolved(body.path("schema")).path("example");
        }
        if (example.isMissingNode()) {
            throw new IllegalStateException(endpoint + " has no example of its body in the OpenAPI");
        }
        return Optional.of(example.toString());
    }

    /** What a schema says, where it only names another. */
    public JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }
}
