package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Writes notices, publishes them, and notes who has read them (R31). */
@ApplicationScoped
public class Notices {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_WORDS = 4000;

    private static final String SELECT = """
            SELECT n.id, n.kind, n.cycle, n.title, n.words, n.reason, n.published_at, n.version, p.display_name,
                r.person_id IS NOT NULL AS is_read, c.sku, s.name AS sku_name, c.supply_before, c.supply_after, c.forecast_before,
                c.forecast_after, c.reason AS correction_reason, c.corrected_at
            FROM notice n
            LEFT JOIN person p ON p.id = n.written_by
            LEFT JOIN notice_reading r ON r.notice = n.id AND r.person_id = ?
            LEFT JOIN supply_correction c ON c.id = n.correction
            LEFT JOIN sku s ON s.sku = c.sku
            """;

    private final NoticeTable table;
    private final CycleTable cycles;
    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    Notices(NoticeTable table, CycleTable cycles, Sql sql, Journal journal, Clock clock) {
        this.table = table;
        this.cycles = cycles;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a planner writes; the cycle may be null. */
    record Text(String cycle, String title, String words) {}

    /** A part of the notices, those first that the reader has not read, and how many there are. */
    record Found(List<Notice> notices, long total) {}

    /** A notice that writes itself is published at once. */
    @Transactional(TxType.MANDATORY)
    long write(String cycle, Notice.Kind kind, String reason, Long correction) {
        NoticeEntity notice = new NoticeEntity();
        notice.cycle = cycle;
        notice.kind = kind;
        notice.reason = reason;
        notice.correction = correction;
        notice.writtenAt = clock.instant();
        notice.publishedAt = notice.writtenAt;
        table.persistAndFlush(notice);
        return notice.id;
    }

    @Transactional
    Notice write(Viewer planner, Text text) {
        requireSound(text);
        NoticeEntity notice = new NoticeEntity();
        notice.kind = Notice.Kind.WRITTEN;
        copy(text, notice);
        notice.writtenBy = planner.personId();
        notice.writtenAt = clock.instant();
        table.persistAndFlush(notice);
        journal.append(planner, Act.NOTICE_WRITTEN, Subject.notice(notice.id), content(notice));
        return find(planner, notice.id);
    }

    /** Changes a notice that nobody can have read. */
    @Transactional
    Notice change(Viewer planner, long id, Text text, LongConsumer requireVersion) {
        NoticeEntity notice = unpublished(id, requireVersion);
        requireSound(text);
        copy(text, notice);
        table.flush();
        journal.append(planner, Act.NOTICE_CHANGED, Subject.notice(id), content(notice));
        return find(planner, id);
    }

    @Transactional
    Notice publish(Viewer planner, long id) {
        NoticeEntity notice = unpublished(id, version -> {});
        notice.publishedAt = clock.instant();
        table.flush();
        journal.append(planner, Act.NOTICE_PUBLISHED, Subject.notice(id), content(notice));
        return find(planner, id);
    }

    private NoticeEntity unpublished(long id, LongConsumer requireVersion) {
        NoticeEntity notice =
                table.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refused::notFound);
        requireVersion.accept(notice.version);
        if (notice.publishedAt != null) {
            throw new Refused(Problem.CONFLICT, Message.of("NOTICE_IS_PUBLISHED"));
        }
        return notice;
    }

    private void requireSound(Text text) {
        List<FieldError> errors = new ArrayList<>();
        if (isNotWithin(text.title(), LONGEST_TITLE)) {
            errors.add(new FieldError("title", Message.of("TEXT_EXPECTED", "most", LONGEST_TITLE)));
        }
        if (isNotWithin(text.words(), LONGEST_WORDS)) {
            errors.add(new FieldError("words", Message.of("TEXT_EXPECTED", "most", LONGEST_WORDS)));
        }
        if (text.cycle() != null && cycles.findById(text.cycle()) == null) {
            errors.add(new FieldError("cycle", Message.of("CYCLE_UNKNOWN")));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static boolean isNotWithin(String text, int most) {
        return text == null || text.isBlank() || text.length() > most;
    }

    private static void copy(Text text, NoticeEntity notice) {
        notice.cycle = text.cycle();
        notice.title = text.title().strip();
        notice.words = text.words().strip();
    }

    /** A planner's words are about the trade and go into the journal as they are: it must show what was published. */
    private static Map<String, Object> content(NoticeEntity notice) {
        return Map.of("cycle", notice.cycle == null ? "" : notice.cycle, "title", notice.title, "words", notice.words);
    }

    /** A notice; one that is not published does not exist for anybody but planners. */
    @Transactional
    public Notice find(Viewer viewer, long id) {
        Notice notice = sql.first(SELECT + " WHERE n.id = ?", Notices::notice, viewer.personId(), id)
                .orElse(null);
        if (viewer.role() != Role.PLANNER && (notice == null || notice.publishedAt() == null)) {
            throw Refused.forbidden();
        }
        if (notice == null) {
            throw Refused.notFound();
        }
        return notice;
    }

    @Transactional
    Found list(Viewer viewer, Paging paging) {
        String visible = viewer.role() == Role.PLANNER ? "" : " WHERE n.published_at IS NOT NULL";
        List<Notice> found = sql.list(
                SELECT + visible + " ORDER BY n.published_at IS NULL DESC, is_read, n.published_at DESC, n.id DESC"
                        + " LIMIT ? OFFSET ?",
                Notices::notice,
                viewer.personId(),
                paging.size,
                paging.offset());
        return new Found(found, sql.count("SELECT COUNT(*) FROM notice n" + visible));
    }

    /** How many published notices somebody has not read. */
    @Transactional
    public long unread(Viewer viewer) {
        return sql.count(
                "SELECT COUNT(*) FROM notice n LEFT JOIN notice_reading r ON r.notice = n.id AND r.person_id = ?"
                        + " WHERE n.published_at IS NOT NULL AND r.notice IS NULL",
                viewer.personId());
    }

    /** Notes that somebody has read a published notice; the first time counts. */
    @Transactional
    Notice read(Viewer viewer, long id) {
        Notice notice = find(viewer, id);
        if (notice.publishedAt() != null && !notice.read()) {
            int added = sql.update(
                    "INSERT IGNORE INTO notice_reading (notice, person_id, read_at) VALUES (?, ?, ?)",
                    id,
                    viewer.personId(),
                    clock.instant());
            if (added == 1) {
                journal.append(viewer, Act.NOTICE_READ, Subject.notice(id), Map.of());
            }
        }
        return notice;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        Correction correction = row.getString("sku") == null
                ? null
                : new Correction(
                        row.getString("sku"),
                        row.getString("sku_name"),
                        Sql.whole(row, "supply_before"),
                        Sql.whole(row, "supply_after"),
                        row.getBigDecimal("forecast_before"),
                        row.getBigDecimal("forecast_after"),
                        row.getString("correction_reason"),
                        Sql.moment(row, "corrected_at"));
        return new Notice(
                row.getLong("id"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("cycle"),
                row.getString("title"),
                row.getString("words"),
                row.getString("reason"),
                correction,
                row.getString("display_name"),
                Sql.moment(row, "published_at"),
                row.getBoolean("is_read"),
                row.getLong("version"));
    }
}
