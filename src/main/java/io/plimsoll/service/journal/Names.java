package io.plimsoll.service.journal;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out who stands behind the references of the journal. */
@ApplicationScoped
class Names {

    private static final int AT_ONCE = 1_000;

    private final Sql sql;

    Names(Sql sql) {
        this.sql = sql;
    }

    /** By reference; those that nobody stands behind any more are missing. */
    Map<String, Named> of(Collection<String> references) {
        Map<String, Named> names = new HashMap<>();
        List<String> all = new ArrayList<>(references);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(all.subList(from, Math.min(all.size(), from + AT_ONCE)), names);
        }
        return names;
    }

    private void read(List<String> references, Map<String, Named> names) {
        String marks = String.join(", ", Collections.nCopies(references.size(), "?"));
        sql.list(
                "SELECT f.reference, f.kind, f.subject_key, p.display_name, p.role, r.name FROM reference f"
                        + " LEFT JOIN person p ON f.kind = 'PERSON' AND p.id = CAST(f.subject_key AS UNSIGNED)"
                        + " LEFT JOIN retailer r ON f.kind = 'RETAILER' AND r.licence = f.subject_key"
                        + " WHERE f.reference IN (" + marks + ")",
                references,
                row -> {
                    String reference = row.getString(1);
                    String role = row.getString(5);
                    String name = row.getString(4) == null ? row.getString(6) : row.getString(4);
                    Named named = new Named(
                            reference,
                            Subject.Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            name,
                            role == null ? null : Role.valueOf(role));
                    return names.put(reference, named);
                });
    }
}
