package io.plimsoll.service.policies;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;

/** Makes a policy of the files that a planner hands in. */
@ApplicationScoped
class Importing {

    private final Sql sql;

    Importing(Sql sql) {
        this.sql = sql;
    }

    /**
     * Reads a policy. It may name registered Skus only: a misspelt one would have no ceiling, and nobody would notice.
     *
     * @throws Refused with file, line, column, value and what was expected there
     */
    PolicyVersion read(SortedMap<String, byte[]> files) {
        if (files.isEmpty()) {
            throw Refused.field("files", Message.of("POLICY_FILES_EXPECTED"));
        }
        List<String> skus = sql.list("SELECT sku FROM sku", row -> row.getString(1));
        try {
            return PolicyVersion.of(files, skus);
        } catch (BadInput bad) {
            throw Refused.field("files", bad.message());
        }
    }
}
