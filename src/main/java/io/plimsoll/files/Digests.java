package io.plimsoll.files;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The digests of the files of one folder, worked out while other files are being read and used. */
final class Digests {

    private final SortedMap<String, CompletableFuture<String>> byFile = new TreeMap<>();

    /** Begins to work a digest out; what it is of must not change any more. */
    void begin(String file, Supplier<String> digest) {
        byFile.put(file, CompletableFuture.supplyAsync(digest));
    }

    /** All digests that have been begun, by file; waits for them. */
    SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        byFile.forEach((file, digest) -> all.put(file, waitFor(digest)));
        return all;
    }

    private static String waitFor(CompletableFuture<String> digest) {
        try {
            return digest.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error tooLarge) {
                throw tooLarge;
            }
            throw failed;
        }
    }
}
