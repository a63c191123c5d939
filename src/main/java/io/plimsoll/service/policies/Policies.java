package io.plimsoll.service.policies;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policy versions that are stored, and which of them binds a cycle. */
@ApplicationScoped
public class Policies {

    private static final String FOLDER = "policy/";
    private static final String NAME_FILE = "policy.csv";
    private static final int MOST_REMEMBERED = 16;

    private static final String APPROVED_FOR = """
            SELECT v.digest, v.name FROM policy_step s JOIN policy_version v ON v.digest = s.digest
            WHERE s.step = 'APPROVED'
              AND (s.effective_period IS NULL OR (s.effective_period, s.effective_number) <= (?, ?))
            ORDER BY COALESCE(s.effective_period, '') DESC, COALESCE(s.effective_number, 0) DESC, s.at DESC, v.digest
            """;

    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    /** By digest. What is remembered can't be wrong: the content makes the digest. */
    private final Map<String, Content> remembered = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Content> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    Policies(Sql sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    private record Content(PolicyVersion version, ReleasePolicy releasePolicy) {}

    /** A version by its name and digest. */
    public record Named(String digest, String name) {

        /** As ceilings cite it (R11). */
        public String version() {
            return PolicyRecords.Choice.version(name, digest);
        }
    }

    /**
     * What came of storing a version.
     *
     * @param isNew whether nothing of this content was there before
     */
    public record Stored(String digest, boolean isNew) {}

    public boolean exists(String digest) {
        return sql.count("SELECT COUNT(*) FROM policy_version WHERE digest = ?", digest) > 0;
    }

    /** Whether the tables of a version are still what its digest says; looked up anew, whatever is remembered of it. */
    public boolean isUnaltered(String digest) {
        try {
            load(digest);
            return true;
        } catch (IllegalStateException altered) {
            return false;
        }
    }

    /** A version with all its tables. */
    public Optional<PolicyVersion> find(String digest) {
        return exists(digest) ? Optional.of(content(digest).version()) : Optional.empty();
    }

    /**
     * What decides grants under a version.
     *
     * @throws IllegalArgumentException when there is none of this digest
     */
    public ReleasePolicy releasePolicy(String digest) {
        return content(digest).releasePolicy();
    }

    /**
     * The versions that may bind a cycle at this place: approved, and effective from there or earlier. The first is the one
     * that does: the latest to become effective; of two from the same cycle the one that was approved later.
     *
     * @param period the month, as {@code 2026-11}
     * @param number of the cycle in the month, from 1
     */
    public List<Named> approvedFor(String period, int number) {
        return sql.list(APPROVED_FOR, row -> new Named(row.getString("digest"), row.getString("name")), period, number);
    }

    /** The latest versions, approved or not, to choose one from. */
    public List<Named> latest(int most) {
        return sql.list(
                "SELECT digest, name FROM policy_version ORDER BY imported_at DESC, digest LIMIT ?",
                row -> new Named(row.getString("digest"), row.getString("name")),
                most);
    }

    /**
     * The version that binds a cycle: the one that was fixed when the cycle was published; before that, the one that would
     * be. Nothing where no policy has been approved for it, or where there is no such cycle.
     */
    public Optional<PolicyVersion> bindingFor(String cycle) {
        record Place(String policy, String period, int number) {}
        return sql.first(
                        "SELECT policy, period, number_in_period FROM cycle WHERE cycle = ?",
                        row -> new Place(row.getString(1), row.getString(2), row.getInt(3)),
                        cycle)
                .flatMap(place -> Optional.ofNullable(place.policy())
                        .or(() -> approvedFor(place.period(), place.number()).stream()
                                .map(Named::digest)
                                .findFirst()))
                .map(digest -> content(digest).version());
    }

    /**
     * Stores a version, unless its content is there already: then the one that is there stays as it is, its name too. Says
     * nothing of whether it binds; its Skus may be any.
     *
     * @param importer who hands it in, and so can't approve it; nobody where it comes with data of the past, as in a demo
     */
    @Transactional
    public Stored store(PolicyVersion policy, Optional<Viewer> importer) {
        String digest = policy.digest();
        int added = sql.update(
                "INSERT IGNORE INTO policy_version (digest, name, imported_by, imported_at) VALUES (?, ?, ?, ?)",
                digest,
                policy.name(),
                importer.map(Viewer::personId).orElse(null),
                clock.instant());
        if (added == 0) {
            importer.ifPresent(person -> propose(digest, person));
            return new Stored(digest, false);
        }
        policy.files().forEach((file, content) -> {
            if (!file.equals(FOLDER + NAME_FILE)) {
                sql.update(
                        "INSERT INTO policy_table (digest, file, content) VALUES (?, ?, ?)",
                        digest,
                        file.substring(FOLDER.length()),
                        content);
            }
        });
        Map<String, ?> content = Map.of("name", policy.name());
        importer.ifPresentOrElse(
                person -> journal.append(person, Act.POLICY_IMPORTED, Subject.policy(digest), content),
                () -> journal.appendBySystem(Act.POLICY_IMPORTED, Subject.policy(digest), content));
        return new Stored(digest, true);
    }

    /** Somebody hands in what came in with data of the past: from now on it is his, and another can approve it. */
    private void propose(String digest, Viewer person) {
        int proposed = sql.update(
                "INSERT IGNORE INTO policy_step (digest, number, step, by_person, at)"
                        + " SELECT digest, 1, 'PROPOSED', ?, ? FROM policy_version v"
                        + " WHERE v.digest = ? AND v.imported_by IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM policy_step s WHERE s.digest = v.digest)",
                person.personId(),
                clock.instant(),
                digest);
        if (proposed > 0) {
            journal.append(person, Act.POLICY_PROPOSED, Subject.policy(digest), Map.of());
        }
    }

    private Content content(String digest) {
        Content known = remembered.get(digest);
        if (known == null) {
            known = load(digest);
            remembered.put(digest, known);
        }
        return known;
    }

    private Content load(String digest) {
        String name = sql.first("SELECT name FROM policy_version WHERE digest = ?", row -> row.getString(1), digest)
                .orElseThrow(() -> new IllegalArgumentException("no policy " + digest));
        Map<String, byte[]> files = new TreeMap<>();
        sql.list(
                        "SELECT file, content FROM policy_table WHERE digest = ?",
                        row -> Map.entry(FOLDER + row.getString(1), row.getBytes(2)),
                        digest)
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        try {
            PolicyVersion version = PolicyVersion.of(files).named(name);
            if (!version.digest().equals(digest)) {
                throw new IllegalStateException("the tables of policy " + digest + " make " + version.digest());
            }
            return new Content(version, version.releasePolicy());
        } catch (BadInput spoilt) {
            throw new IllegalStateException("the tables of policy " + digest + " can't be read", spoilt);
        }
    }
}
