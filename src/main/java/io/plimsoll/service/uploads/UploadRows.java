package io.plimsoll.service.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is written down of uploads. */
@ApplicationScoped
class UploadRows {

    private static final String SELECT =
            "SELECT u.id, u.file, u.chosen_table, u.kind, u.cycle, u.content_hash, u.bytes,"
                    + " u.state, u.errors, u.uploaded_at, u.stored_at, u.version, p.display_name"
                    + " FROM upload u JOIN person p ON p.id = u.uploaded_by";

    private static final int LONGEST_NAME = 200;

    private final Sql sql;
    private final ObjectMapper json;
    private final WebSettings settings;
    private final Clock clock;

    UploadRows(Sql sql, ObjectMapper json, WebSettings settings, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** How an upload was sent: what its file was called, and which table and cycle somebody named. */
    record Sent(String file, Optional<String> table, Optional<String> cycle) {

        Sent {
            int most = file.codePointCount(0, file.length()) > LONGEST_NAME ? LONGEST_NAME : -1;
            file = most < 0 ? file : file.substring(0, file.offsetByCodePoints(0, most));
        }
    }

    @Transactional(TxType.MANDATORY)
    long add(Viewer planner, Sent sent, UploadFolder.Received received, Preview preview) {
        sql.update(
                "INSERT INTO upload (file, chosen_table, kind, cycle, content_hash, bytes, state, errors, preview,"
                        + " uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, ?, 'PREVIEWED', ?, ?, ?, ?)",
                sent.file(),
                sent.table().orElse(null),
                preview.kind().name(),
                preview.cycle(),
                received.digest(),
                received.bytes(),
                preview.errors(),
                bytes(preview),
                planner.personId(),
                clock.instant());
        return sql.count("SELECT LAST_INSERT_ID()");
    }

    List<UploadView> list(Paging paging) {
        return sql.list(
                SELECT + " ORDER BY u.id DESC LIMIT ? OFFSET ?", UploadRows::view, paging.size, paging.offset());
    }

    long count() {
        return sql.count("SELECT COUNT(*) FROM upload");
    }

    Optional<UploadView> find(long id) {
        return sql.first(SELECT + " WHERE u.id = ?", UploadRows::view, id);
    }

    /** The same, and nobody else can change it until this transaction ends. */
    @Transactional(TxType.MANDATORY)
    Optional<UploadView> lock(long id) {
        return sql.first(SELECT + " WHERE u.id = ? FOR UPDATE OF u", UploadRows::view, id);
    }

    Sent sent(UploadView upload) {
        String table = sql.first(
                        "SELECT COALESCE(chosen_table, '') FROM upload WHERE id = ?",
                        row -> row.getString(1),
                        upload.id())
                .orElse("");
        boolean isNamed = upload.kind() != Kind.CYCLE;
        return new Sent(
                upload.file(),
                Optional.of(table).filter(name -> !name.isEmpty()),
                isNamed ? Optional.ofNullable(upload.cycle()) : Optional.empty());
    }

    Preview preview(long id) {
        byte[] stored = sql.first("SELECT preview FROM upload WHERE id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
        try {
            return json.readValue(stored, Preview.class);
        } catch (IOException ownWords) {
            throw new UncheckedIOException(ownWords);
        }
    }

    /**
     * Why a list of what came back can't be stored, if the very same file was stored for its cycle before: its rows would
     * come back twice.
     *
     * @param digest of the file
     */
    Optional<Message> objectionToCameBackAgain(String cycle, String digest) {
        return sql.first(
                "SELECT id, stored_at FROM upload WHERE cycle = ? AND content_hash = ? AND kind = 'CAME_BACK'"
                        + " AND state = 'STORED' ORDER BY id LIMIT 1",
                row -> Message.of(
                        "UPLOAD_CAME_BACK_AGAIN",
                        "day",
                        LocalDate.ofInstant(Sql.moment(row, "stored_at"), settings.zone()),
                        "upload",
                        Long.toString(row.getLong("id"))),
                cycle,
                digest);
    }

    /** What was found when it was looked through again. */
    @Transactional
    void judgedAgain(long id, Preview preview) {
        sql.update(
                "UPDATE upload SET preview = ?, errors = ?, version = version + 1 WHERE id = ? AND state = 'PREVIEWED'",
                bytes(preview),
                preview.errors(),
                id);
    }

    @Transactional(TxType.MANDATORY)
    void stored(long id, Preview preview) {
        sql.update(
                "UPDATE upload SET state = 'STORED', stored_at = ?, preview = ?, version = version + 1 WHERE id = ?",
                clock.instant(),
                bytes(preview.emptied()),
                id);
    }

    @Transactional(TxType.MANDATORY)
    void discarded(long id, Preview preview) {
        sql.update(
                "UPDATE upload SET state = 'DISCARDED', preview = ?, version = version + 1 WHERE id = ?",
                bytes(preview.emptied()),
                id);
    }

    private byte[] bytes(Preview preview) {
        try {
            return json.writeValueAsBytes(preview);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private static UploadView view(ResultSet row) throws SQLException {
        return new UploadView(
                row.getLong("id"),
                row.getString("file"),
                Kind.valueOf(row.getString("kind")),
                row.getString("cycle"),
                row.getString("content_hash"),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                row.getInt("errors"),
                row.getString("display_name"),
                Sql.moment(row, "uploaded_at"),
                Sql.moment(row, "stored_at"),
                row.getLong("version"));
    }
}
