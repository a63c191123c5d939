package io.plimsoll.simulation.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.simulation.Size;
import io.plimsoll.simulation.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/} is what {@code plimsoll simulate} makes today. */
class StudyFolderTest {

    private static final Catalogue EN = LawBook.ofThisBuild().catalogue(Language.EN);
    private static final Catalogue ZH = LawBook.ofThisBuild().catalogue(Language.ZH);

    /** As the command makes it where nothing else is asked for. */
    private static Study study;

    @TempDir
    Path temp;

    @BeforeAll
    static void liveThroughTheYears() {
        study = Study.run(new Size(1, 52, 300, 12), 10, variant -> {});
    }

    @Test
    void theCommittedFilesAreTheseToTheByte() throws IOException {
        StudyFolder.write(temp, study, EN);
        assertSameFiles(Path.of("docs/strategic-year"), temp);
    }

    private static void assertSameFiles(Path committed, Path fresh) throws IOException {
        assertEquals(names(committed), names(fresh));
        for (String name : names(fresh)) {
            assertEquals(Files.readString(committed.resolve(name)), Files.readString(fresh.resolve(name)), name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theChineseChartIsThisOneToTheByte() throws IOException {
        assertArrayEquals(
                Files.readAllBytes(Path.of("docs/strategic-year.zh.svg")),
                new YearChart(study, ZH).draw().svg());
    }

    @Test
    void thePageShowsTheTablesOfTheYear() throws IOException {
        StudyInWords words = new StudyInWords(study, EN);
        String summary = StudyPage.of(words);
        String ofTheYear = summary.substring(0, summary.indexOf(words.aboutSpreads()));
        String page = Files.readString(Path.of("docs/strategic-year.md"));
        assertTrue(page.contains(ofTheYear.strip()), "docs/strategic-year.md does not hold:\n" + ofTheYear);
    }

    @Test
    void anotherLanguageIsAnotherPageAndTheSameFigures() throws IOException {
        StudyFolder.write(temp, study, ZH);
        assertEquals(
                Files.readString(Path.of("docs/strategic-year/year.csv")), Files.readString(temp.resolve("year.csv")));
        String page = Files.readString(temp.resolve("summary.md"));
        assertTrue(page.contains("| 本系统 |"), page);
        assertFalse(page.contains("SIMULATION_"), page);
    }

    @Test
    void everyRowOfAMarkdownTableHasAsManyCellsAsItsHeader() {
        int cells = 0;
        for (String line : StudyPage.of(new StudyInWords(study, EN)).lines().toList()) {
            int bars = line.startsWith("|") ? line.split("\\|", -1).length : 0;
            assertTrue(bars == 0 || cells == 0 || bars == cells, line);
            cells = bars;
        }
    }

    @Test
    void theLocaleOfTheMachineMakesNoDifference() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            StudyFolder.write(temp, study, EN);
        } finally {
            Locale.setDefault(before);
        }
        assertSameFiles(Path.of("docs/strategic-year"), temp);
    }

    @Test
    void figuresAreRoundedTheSameEverywhere() {
        assertEquals("0.12", Decimals.of(0.125, 2));
        assertEquals("1.0000", Decimals.of(1, 4));
        assertEquals("58.3 %", Decimals.percent(0.583));
        assertEquals("+0.0 %", Decimals.change(0));
        assertEquals("-1.5 %", Decimals.change(-0.015));
    }
}
