package io.plimsoll.service.policies;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.PolicyView.Step;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is recorded of policy versions: who handed them in, what was decided, which cycles they bind. */
@ApplicationScoped
class PolicyRecords {

    private static final int MOST_CHOICES = 200;

    private static final String VERSIONS = """
            SELECT v.digest, v.name, v.imported_by, v.imported_at, p.display_name
            FROM policy_version v LEFT JOIN person p ON p.id = v.imported_by
            """;
    private static final String LATEST = " ORDER BY v.imported_at DESC, v.digest LIMIT ? OFFSET ?";

    private static final String STEPS = """
            SELECT s.*, p.display_name FROM policy_step s JOIN person p ON p.id = s.by_person
            WHERE s.digest IN (%s) ORDER BY s.digest, s.number
            """;

    private static final String CYCLES = """
            SELECT policy, cycle FROM cycle WHERE policy IN (%s) AND state NOT IN ('PLANNED', 'CANCELLED')
            ORDER BY period DESC, number_in_period DESC
            """;

    private final Sql sql;

    PolicyRecords(Sql sql) {
        this.sql = sql;
    }

    private record Version(String digest, String name, Long importer, String importedBy, Instant importedAt) {

        static Version of(ResultSet row) throws SQLException {
            return new Version(
                    row.getString("digest"),
                    row.getString("name"),
                    Sql.whole(row, "imported_by"),
                    row.getString("display_name"),
                    Sql.moment(row, "imported_at"));
        }

        PolicyView view(List<Step> steps, List<String> cycles) {
            return new PolicyView(
                    digest,
                    name,
                    Choice.version(name, digest),
                    PolicyView.state(importer, steps),
                    importedBy,
                    importer,
                    importedAt,
                    steps,
                    cycles);
        }
    }

    /** One of the versions that there are to choose from. */
    record Choice(String digest, String version) {

        private static final int DIGITS = 12;

        static Choice of(ResultSet row) throws SQLException {
            String digest = row.getString("digest");
            return new Choice(digest, version(row.getString("name"), digest));
        }

        static String version(String name, String digest) {
            return name + "@" + digest.substring(0, DIGITS);
        }
    }

    PageOf<PolicyView> list(Paging paging) {
        List<Version> versions = sql.list(VERSIONS + LATEST, Version::of, paging.size, paging.offset());
        return PageOf.of(views(versions), paging, sql.count("SELECT COUNT(*) FROM policy_version"));
    }

    Optional<PolicyView> find(String digest) {
        return views(sql.list(VERSIONS + " WHERE v.digest = ?", Version::of, digest)).stream()
                .findFirst();
    }

    /** The latest versions, to choose one from. */
    List<Choice> choices() {
        return sql.list(VERSIONS + LATEST, Choice::of, MOST_CHOICES, 0);
    }

    private List<PolicyView> views(List<Version> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Object[] digests = versions.stream().map(Version::digest).toArray();
        String places = String.join(", ", Collections.nCopies(digests.length, "?"));
        Map<String, List<Step>> steps = sql.list(STEPS.formatted(places), PolicyRecords::step, digests).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<String, List<String>> cycles =
                sql
                        .list(CYCLES.formatted(places), row -> Map.entry(row.getString(1), row.getString(2)), digests)
                        .stream()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return versions.stream()
                .map(version -> version.view(
                        steps.getOrDefault(version.digest(), List.of()),
                        cycles.getOrDefault(version.digest(), List.of())))
                .toList();
    }

    private static Map.Entry<String, Step> step(ResultSet row) throws SQLException {
        Step step = new Step(
                PolicyState.valueOf(row.getString("step")),
                row.getString("display_name"),
                row.getLong("by_person"),
                Sql.moment(row, "at"),
                row.getString("reason"),
                row.getString("effective_from"),
                row.getString("effective_period"),
                row.getObject("effective_number", Integer.class));
        return Map.entry(row.getString("digest"), step);
    }
}
