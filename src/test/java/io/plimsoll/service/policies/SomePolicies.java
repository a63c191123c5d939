package io.plimsoll.service.policies;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Policies for tests, each of another content than all before it. */
public final class SomePolicies {

    private static final AtomicInteger MADE = new AtomicInteger();

    private SomePolicies() {}

    /** The tables of a policy that serves all classes, by the names of their files. */
    public static Map<String, String> tables() {
        return tables("policy-" + MADE.incrementAndGet(), "1");
    }

    /** The same with a weight of SMALL. */
    static Map<String, String> tables(String name, String weightOfSmall) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("policy.csv", "name\n" + name + "\n");
        tables.put("floats.csv", "size_class,percent\nLARGE,10\nMEDIUM,8\nSMALL,15\n");
        tables.put("weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL," + weightOfSmall + "\n");
        tables.put("pacing.csv", "burst,reserve,exempt\n0.3,0.5," + MADE.incrementAndGet() + "\n");
        return tables;
    }

    /** The same as files know them. */
    static Map<String, byte[]> files(Map<String, String> tables) {
        Map<String, byte[]> files = new TreeMap<>();
        tables.forEach((file, table) -> files.put("policy/" + file, table.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** Puts a policy straight into the database, as if somebody had imported it. */
    public static String stored(Fixtures fixtures, long importer) {
        try {
            PolicyVersion policy = PolicyVersion.of(files(tables()));
            fixtures.execute(
                    "INSERT INTO policy_version (digest, name, imported_by, imported_at)"
                            + " VALUES (?, ?, ?, UTC_TIMESTAMP(6))",
                    policy.digest(),
                    policy.name(),
                    importer);
            policy.files()
                    .forEach((file, content) -> fixtures.execute(
                            "INSERT INTO policy_table (digest, file, content) VALUES (?, ?, ?)",
                            policy.digest(),
                            file.substring("policy/".length()),
                            content));
            return policy.digest();
        } catch (BadInput impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
