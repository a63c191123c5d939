package io.plimsoll.results;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.message.Message;
import io.plimsoll.results.RunRecord.NotARecord;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON of records: written in one way, read strictly, and its last entry is a digest of all before it. */
final class SealedJson {

    private static final String SEAL = "record";

    /** Some hundred times what the rules of today take; more is no record but a weight on memory. */
    private static final int LARGEST_BYTES = 16 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private SealedJson() {}

    /** An object to be filled, and then to be sealed. */
    static ObjectNode begin() {
        return JSON.createObjectNode();
    }

    /** Adds the digest of all that the object holds by now. */
    static void seal(ObjectNode content) {
        content.put(SEAL, Sha256.of(bytes(content)));
    }

    /** The digest that an object ends with, be it right or wrong, or blank. */
    static String sealOf(ObjectNode content) {
        return content.path(SEAL).asText("");
    }

    /** Whether the digest still fits the rest. */
    static boolean isWhole(ObjectNode content) {
        ObjectNode rest = content.deepCopy();
        JsonNode own = rest.remove(SEAL);
        return own != null && own.asText().equals(Sha256.of(bytes(rest)));
    }

    /** As the file holds it. */
    static byte[] bytes(ObjectNode content) {
        try {
            return (WRITER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /**
     * What a file holds.
     *
     * @throws NotARecord when that is more than any record
     */
    static byte[] bytesIn(Path file) throws NotARecord, IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw tooLarge(file.getFileName().toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_BYTES + 1);
        }
    }

    /**
     * Reads the object in some bytes.
     *
     * @param file what the reason calls them
     * @throws NotARecord when they are none
     */
    static ObjectNode read(byte[] bytes, String file) throws NotARecord {
        if (bytes.length > LARGEST_BYTES) {
            throw tooLarge(file);
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode content) {
                return content;
            }
            throw new NotARecord(Message.of("RECORD_NO_OBJECT", "file", file));
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw new NotARecord(Message.of(
                    "RECORD_NO_JSON",
                    "file",
                    file,
                    "line",
                    at == null ? 0 : at.getLineNr(),
                    "words",
                    firstLine(broken.getOriginalMessage())));
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private static NotARecord tooLarge(String file) {
        return new NotARecord(Message.of("RECORD_TOO_LARGE", "file", file, "bytes", LARGEST_BYTES));
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
    }
}
