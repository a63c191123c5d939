package io.plimsoll.simulation.report;

import io.plimsoll.message.Catalogue;
import io.plimsoll.results.FolderKind;
import io.plimsoll.simulation.Study;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The files of a study. */
public final class StudyFolder {

    /** The year week by week. */
    static final String YEAR = "year.csv";

    /** Where every year has led. */
    static final String OUTCOMES = "outcomes.csv";

    /** What was found, in words. */
    static final String PAGE = "summary.md";

    /** The year as a picture. */
    static final String CHART = "year.svg";

    /** Known by its four files, all of them and no other. */
    public static final FolderKind KIND = FolderKind.ofExactly(Set.of(YEAR, OUTCOMES, PAGE, CHART));

    private StudyFolder() {}

    /** Writes them into an empty folder, words in the language of the catalogue. */
    public static void write(Path folder, Study study, Catalogue catalogue) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(YEAR))) {
            StudyTables.writeYear(study, out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(OUTCOMES))) {
            StudyTables.writeOutcomes(study, out);
        }
        String page = StudyPage.of(new StudyInWords(study, catalogue));
        Files.write(folder.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8));
        Files.write(
                folder.resolve(CHART), new YearChart(study, catalogue).draw().svg());
    }
}
