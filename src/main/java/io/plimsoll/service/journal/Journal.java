package io.plimsoll.service.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Appends to the journal, always as a part of the transaction that does the act. */
@ApplicationScoped
public class Journal {

    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final DataSource database;
    private final References references;
    private final Clock clock;

    Journal(DataSource database, References references, Clock clock) {
        this.database = database;
        this.references = references;
        this.clock = clock;
    }

    /**
     * Appends an act of a person.
     *
     * @param subject what it was done to
     * @param content what there is to say: text, whole numbers, booleans, lists and maps of these, {@link Subject}s and
     *     {@link Personal} values; no decimals as numbers, for those have no one canonical form
     */
    @Transactional(TxType.MANDATORY)
    public void append(Viewer actor, Act act, Subject subject, Map<String, ?> content) {
        append(references.of(Subject.person(actor.personId())), act, subject, content);
    }

    /** Appends what the system does by itself: a schedule, a start. */
    @Transactional(TxType.MANDATORY)
    public void appendBySystem(Act act, Subject subject, Map<String, ?> content) {
        append(SYSTEM, act, subject, content);
    }

    private void append(String actor, Act act, Subject subject, Map<String, ?> content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO journal (at, actor, kind, subject, content) VALUES (?, ?, ?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setString(2, actor);
            insert.setString(3, act.name());
            insert.setString(4, references.of(subject));
            insert.setBytes(5, canonical(content));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the journal cannot be written", failed);
        }
    }

    private byte[] canonical(Map<String, ?> content) {
        try {
            return CANONICAL.writeValueAsString(plain(content)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** With a reference in the place of whatever is personal. */
    private Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((name, each) -> plain.put((String) name, plain(each)));
            return plain;
        }
        if (value instanceof Iterable<?> list) {
            return java.util.stream.StreamSupport.stream(list.spliterator(), false)
                    .map(this::plain)
                    .toList();
        }
        if (value instanceof Subject subject) {
            return references.of(subject);
        }
        if (value instanceof Personal personal) {
            return references.of(personal);
        }
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return value;
        }
        if (value instanceof Number) {
            throw new IllegalArgumentException("a decimal has no one canonical form: " + value);
        }
        return value.toString();
    }
}
