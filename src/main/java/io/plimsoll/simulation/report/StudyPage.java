package io.plimsoll.simulation.report;

import java.util.List;

/** What a study found as Markdown, fit to stand in a document under a heading of its own. */
final class StudyPage {

    private StudyPage() {}

    static String of(StudyInWords words) {
        StringBuilder page = new StringBuilder();
        add(words.year(), page);
        add(words.doubling(), page);
        words.best().forEach(sentence -> page.append("- ").append(sentence).append('\n'));
        page.append('\n').append(words.aboutSpreads()).append('\n');
        for (StudyInWords.Table table : words.spreads()) {
            page.append('\n');
            add(table, page);
            page.setLength(page.length() - 1); // tables part by one blank line
        }
        return page.toString();
    }

    private static void add(StudyInWords.Table table, StringBuilder page) {
        page.append(table.title()).append("\n\n");
        List<List<String>> rows = table.rows();
        row(rows.get(0), page);
        page.append("|---").append("|--:".repeat(rows.get(0).size() - 1)).append("|\n");
        rows.subList(1, rows.size()).forEach(row -> row(row, page));
        page.append('\n');
    }

    private static void row(List<String> cells, StringBuilder page) {
        cells.forEach(cell -> page.append("| ").append(cell).append(' '));
        page.append("|\n");
    }
}
