package io.plimsoll.service.master;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Release policies by their digest. They never change, so each is read once. */
@ApplicationScoped
class KnownPolicies {

    private static final int MOST_REMEMBERED = 20;

    private final Sql sql;
    private final Map<String, PolicyVersion> read = new ConcurrentHashMap<>();

    KnownPolicies(Sql sql) {
        this.sql = sql;
    }

    /** The policy of a digest; nothing for none. */
    Optional<PolicyVersion> of(String digest) {
        if (digest == null) {
            return Optional.empty();
        }
        if (read.size() > MOST_REMEMBERED) {
            read.clear();
        }
        return Optional.ofNullable(read.computeIfAbsent(digest, this::stored));
    }

    private PolicyVersion stored(String digest) {
        Map<String, byte[]> files = new HashMap<>();
        sql.list("SELECT file, content FROM policy_table WHERE digest = ?", List.of(digest), row -> {
            String file = row.getString(1);
            return files.put(file.contains("/") ? file : "policy/" + file, row.getBytes(2));
        });
        try {
            return files.isEmpty() ? null : PolicyVersion.of(files);
        } catch (BadInput spoilt) {
            throw new IllegalStateException("policy " + digest + " cannot be read", spoilt);
        }
    }
}
