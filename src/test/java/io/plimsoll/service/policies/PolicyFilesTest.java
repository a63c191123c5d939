package io.plimsoll.service.policies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A policy comes as single tables or as a zip, and never takes more room than it may. */
class PolicyFilesTest {

    private static final byte[] TABLE = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void aZipOfTablesAndTheSameTablesAloneAreTheSame() {
        PolicyFiles alone = new PolicyFiles();
        alone.add("C:\\tables\\floats.csv", TABLE);
        PolicyFiles zipped = new PolicyFiles();
        zipped.add("whatever", zip("tables/floats.csv"));
        assertEquals(Set.of("policy/floats.csv"), zipped.files().keySet());
        assertArrayEquals(alone.files().get("policy/floats.csv"), zipped.files().get("policy/floats.csv"));
    }

    @Test
    void ofAWholeCycleOnlyThePolicyIsTaken() {
        PolicyFiles files = new PolicyFiles();
        files.add("cycle.zip", zip("county/orders.csv", "county/policy/floats.csv", "county/readme.txt"));
        assertEquals(Set.of("policy/floats.csv"), files.files().keySet());
    }

    @Test
    void theSamePolicyIsTheSameZip() {
        assertArrayEquals(zip("policy/a.csv", "policy/b.csv"), zip("policy/b.csv", "policy/a.csv"));
    }

    @Test
    void aTableThatComesTwiceIsRefused() {
        PolicyFiles files = new PolicyFiles();
        files.add("floats.csv", TABLE);
        assertEquals(Problem.INVALID, refused(files, "other/floats.csv", TABLE));
    }

    @Test
    void aZipThatUnfoldsToMoreThanItMayIsRefused() {
        byte[] huge = new byte[PolicyFiles.MOST_BYTES + 1];
        assertEquals(Problem.TOO_LARGE, refused(new PolicyFiles(), "x.zip", zip("floats.csv", huge)));
        assertEquals(Problem.TOO_LARGE, refused(new PolicyFiles(), "x.zip", zip("film.mp4", new byte[65 << 20])));
        assertEquals(Problem.TOO_LARGE, refused(new PolicyFiles(), "floats.csv", huge));
    }

    @Test
    void aBrokenZipIsRefused() {
        byte[] broken = zip("policy/floats.csv", new byte[100_000]);
        Arrays.fill(broken, 40, 60, (byte) 0x7f);
        assertEquals(Problem.INVALID, refused(new PolicyFiles(), "x.zip", broken));
    }

    private static Problem refused(PolicyFiles files, String name, byte[] content) {
        return assertThrows(Refused.class, () -> files.add(name, content)).problem();
    }

    private static byte[] zip(String... names) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, TABLE);
        }
        return PolicyFiles.zip(files);
    }

    private static byte[] zip(String name, byte[] content) {
        return PolicyFiles.zip(new TreeMap<>(Map.of(name, content)));
    }
}
