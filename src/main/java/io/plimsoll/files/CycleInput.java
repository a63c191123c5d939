package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One cycle folder, read and checked.
 *
 * @param digests SHA-256 (lower-case hex) over the canonical content of every input file, by relative name such as
 *     {@code policy/floats.csv}; a file that may be missing has the digest of its header alone
 * @param policyName the policy's own name; {@code unnamed} where it has none
 * @param policyDigest SHA-256 over all policy tables but the name
 */
public record CycleInput(Cycle cycle, SortedMap<String, String> digests, String policyName, String policyDigest) {

    public CycleInput {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }
}
