package io.plimsoll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small table for a terminal: the first column and those with words to the left, figures to the right, wide characters
 * counted as two.
 */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final Set<Integer> left = new TreeSet<>(Set.of(0));

    TextTable(String... header) {
        rows.add(header);
    }

    /** Columns, from 0, that hold words. */
    TextTable left(int... columns) {
        Arrays.stream(columns).forEach(left::add);
        return this;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(rows.indexOf(row) == 0 ? "" : GAP);
            for (int i = 0; i < row.length; i++) {
                String padding = " ".repeat(widths[i] - width(row[i]));
                String indent = i == 0 && rows.indexOf(row) == 0 ? GAP : "";
                line.append(i == 0 ? "" : GAP).append(left.contains(i) ? row[i] + padding + indent : padding + row[i]);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** East Asian wide and full-width characters, as terminals draw them. */
    private static boolean isWide(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL
                || codePoint >= 0x3000 && codePoint <= 0x303F
                || codePoint >= 0xFF01 && codePoint <= 0xFF60;
    }
}
