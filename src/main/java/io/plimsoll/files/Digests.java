package io.plimsoll.files;

import io.plimsoll.work.Beside;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The digests of the files of one folder, worked out while other files are being read and used. */
final class Digests {

    private final SortedMap<String, Beside<String, RuntimeException>> byFile = new TreeMap<>();

    /** Begins to work a digest out; what it is of must not change any more. */
    void begin(String file, Supplier<String> digest) {
        byFile.put(file, Beside.begin(digest::get));
    }

    /** All digests that have been begun, by file; waits for them. */
    SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        byFile.forEach((file, digest) -> all.put(file, digest.get()));
        return all;
    }
}
