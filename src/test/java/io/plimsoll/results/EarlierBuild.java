package io.plimsoll.results;

import io.plimsoll.rule.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The runs that an earlier build has made, see {@code src/test/fixtures/earlier-build}. */
public final class EarlierBuild {

    private EarlierBuild() {}

    /**
     * Unpacks an exported run.
     *
     * @param run 1 or 3
     * @param place an empty folder, that holds {@code cycle} and {@code result} afterwards
     */
    public static Path unpack(int run, Path place) throws IOException {
        Path zip = Path.of("src/test/fixtures/earlier-build/run-" + run + ".zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = place.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return place;
    }

    /** The same rules, but for one that halves what a total allows. */
    public static List<RuleText> withAnotherFloat(List<RuleText> texts) {
        return texts.stream()
                .map(text -> new RuleText(
                        text.folder(),
                        text.id(),
                        text.folder().equals("r02-float")
                                ? text.drl().replace("(100 + floatPercent)", "(50 + floatPercent)")
                                : text.drl()))
                .toList();
    }
}
