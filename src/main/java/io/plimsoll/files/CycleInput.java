package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Supplier;

/** One cycle folder, read and checked. */
public final class CycleInput {

    private final Cycle cycle;
    private final Supplier<SortedMap<String, String>> digests;
    private final PolicyVersion policy;

    /**
     * What came of reading.
     *
     * @param digests waits for the digests, see {@link #digests()}
     */
    public CycleInput(Cycle cycle, Supplier<SortedMap<String, String>> digests, PolicyVersion policy) {
        this.cycle = cycle;
        this.digests = digests;
        this.policy = policy;
    }

    /** What the folder holds. */
    public Cycle cycle() {
        return cycle;
    }

    /**
     * SHA-256 (lower-case hex) over the canonical content of every input file, by relative name such as
     * {@code policy/floats.csv}; a file that may be missing has the digest of its header alone. They are worked out beside
     * other work; this waits for them.
     */
    public SortedMap<String, String> digests() {
        return Collections.unmodifiableSortedMap(digests.get());
    }

    /** The policy with all its tables, those too that decide no grant. */
    public PolicyVersion policy() {
        return policy;
    }

    /** The policy's own name; {@code unnamed} where it has none. */
    public String policyName() {
        return policy.name();
    }

    /** SHA-256 over all policy tables but the name. */
    public String policyDigest() {
        return policy.digest();
    }
}
