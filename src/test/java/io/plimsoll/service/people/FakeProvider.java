package io.plimsoll.service.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenID Connect provider that believes everything: whoever adds {@code as} (claims in JSON) to the address where he is
 * sent is the one he says he is. It gives no token for a code without the secret of the client and the proof of PKCE.
 */
public class FakeProvider implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "plimsoll";
    private static final String SECRET = "a secret of the client, long enough";
    private static final String KEY_ID = "key-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Queries of those who were sent back with a code. */
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    private HttpServer server;
    private KeyPair key;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            key = keys.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
        answer("/.well-known/openid-configuration", exchange -> json(exchange, 200, discovery()));
        answer("/keys", exchange -> json(exchange, 200, Map.of("keys", List.of(publicKey()))));
        answer("/authorize", this::authorize);
        answer("/token", this::token);
        server.start();
        return Map.of(
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.auth-server-url",
                issuer(),
                "quarkus.oidc.client-id",
                CLIENT,
                "quarkus.oidc.credentials.secret",
                SECRET,
                "plimsoll.single-sign-on.name",
                "County ID");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            handler.handle(exchange);
            exchange.close();
        });
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, String> publicKey() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                base64(rsa.getModulus().toByteArray()),
                "e",
                base64(rsa.getPublicExponent().toByteArray()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String answer = "?error=access_denied";
        if (query.containsKey("as")) {
            String code = Forms.random();
            codes.put(code, query);
            answer = "?code=" + code;
        }
        String state = URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", query.get("redirect_uri") + answer + "&state=" + state);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> query = codes.remove(form.getOrDefault("code", ""));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean isClient =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (query == null || !isClient || !challenge(form.get("code_verifier")).equals(query.get("code_challenge"))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "access_token",
                        Forms.random(),
                        "id_token",
                        idToken(query)));
    }

    private String idToken(Map<String, String> query) throws IOException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims =
                new TreeMap<>(Map.of("iss", issuer(), "aud", CLIENT, "iat", now, "exp", now + 300));
        JSON.readTree(query.get("as")).properties().forEach(each -> claims.put(each.getKey(), each.getValue()));
        boolean isForged =
                Boolean.TRUE.equals(claims.remove("forged")) || query.get("as").contains("\"forged\"");
        String signed = base64(bytes(Map.of("alg", "RS256", "kid", KEY_ID))) + "." + base64(bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update((isForged ? signed + "x" : signed).getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] text = verifier.getBytes(StandardCharsets.US_ASCII);
            return base64(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : query.split("&")) {
            String[] pair = each.split("=", 2);
            parameters.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(Object json) throws JsonProcessingException {
        return JSON.writeValueAsBytes(json);
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] bytes = bytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
