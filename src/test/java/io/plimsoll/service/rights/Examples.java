package io.plimsoll.service.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bodies that the published description of {@code /api} gives as examples. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;

    private Examples(JsonNode description) {
        this.description = description;
    }

    static Examples ofOpenApi() {
        try {
            return new Examples(JSON.readTree(RestAssured.given()
                    .accept("application/json")
                    .get("/api/openapi?format=json")
                    .asString()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The example of an endpoint's body; nothing where it takes none. */
    Optional<JsonNode> body(Endpoint endpoint) {
        return schema(endpoint).map(schema -> {
            for (JsonNode example : List.of(
                    content(endpoint).path("example"), schema.path("examples").path(0), schema.path("example"))) {
                if (!example.isMissingNode()) {
                    return example;
                }
            }
            throw new IllegalStateException(endpoint + " has no example of its body in the OpenAPI");
        });
    }

    /** The schema of an endpoint's body; nothing where it takes no JSON. */
    Optional<JsonNode> schema(Endpoint endpoint) {
        JsonNode content = content(endpoint);
        return content.isMissingNode() ? Optional.empty() : Optional.of(resolved(content.path("schema")));
    }

    private JsonNode content(Endpoint endpoint) {
        return description
                .path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json");
    }

    /** What a schema says, where it only names another. */
    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }
}
