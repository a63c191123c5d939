package io.plimsoll.service.figures;

import io.plimsoll.service.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Indicators of one rule side by side, as a page shows them.
 *
 * @param id of the table on the page
 * @param title the sentence that says what is seen
 * @param measures what the columns hold
 */
record IndicatorChart(String id, String title, List<Measure> measures, List<Row> rows) {

    /** Those that are seen together, in this order. */
    private static final List<List<Measure>> TOGETHER = List.of(
            List.of(Measure.STARVED),
            List.of(Measure.SURGED),
            List.of(Measure.NORMAL_MET, Measure.MET),
            List.of(Measure.FEW_SKUS),
            List.of(Measure.MISFIT),
            List.of(Measure.COMPLETE),
            List.of(Measure.AT_CEILING, Measure.ABOVE_CEILING),
            List.of(Measure.SELF_REPORTED, Measure.ASSISTED));

    /**
     * A row.
     *
     * @param isShort whether the name is a month or a cycle, which nobody wants broken
     * @param cells one for each measure; null where it is not known
     */
    record Row(String name, boolean isShort, List<IndicatorRow> cells) {}

    public String rule() {
        return measures.get(0).rule();
    }

    /** The charts of what was asked for; of rules without anything to say there is none. */
    static List<IndicatorChart> of(List<IndicatorSheet> sheets, Page page) {
        List<IndicatorChart> charts = new ArrayList<>();
        for (List<Measure> together : TOGETHER) {
            List<IndicatorSheet> shown = sheets.stream()
                    .filter(sheet ->
                            together.contains(sheet.measure()) && !sheet.rows().isEmpty())
                    .toList();
            if (!shown.isEmpty()) {
                charts.add(of(shown, together, page));
            }
        }
        return charts;
    }

    private static IndicatorChart of(List<IndicatorSheet> shown, List<Measure> together, Page page) {
        Map<String, List<IndicatorRow>> byKey = new LinkedHashMap<>();
        List<Measure> measures = shown.stream().map(IndicatorSheet::measure).toList();
        for (int i = 0; i < shown.size(); i++) {
            for (IndicatorRow row : shown.get(i).rows()) {
                List<IndicatorRow> cells = byKey.computeIfAbsent(row.key(), key -> new ArrayList<>());
                while (cells.size() < i) {
                    cells.add(null);
                }
                cells.add(row);
            }
        }
        List<Row> rows = new ArrayList<>();
        byKey.forEach((key, cells) -> {
            while (cells.size() < measures.size()) {
                cells.add(null);
            }
            By by = shown.get(0).by();
            rows.add(new Row(name(by, key, page), by.isTime(), cells));
        });
        return new IndicatorChart(together.get(0).name(), title(shown.get(0), page), measures, rows);
    }

    private static String name(By by, String key, Page page) {
        if (by == By.SIZE_CLASS) {
            return page.word("size", key);
        }
        if (by == By.TIER) {
            return page.word("brandTier", key);
        }
        return key.isEmpty() ? page.say("INDICATORS_NO_TERRITORY") : key;
    }

    /** The same to be read, but no line ends within it. */
    private static String unbroken(String figure) {
        return figure.replace(' ', '\u00a0').replace('-', '\u2011');
    }

    private static String title(IndicatorSheet sheet, Page page) {
        IndicatorRow now = sheet.now().orElseThrow();
        IndicatorRow worst = sheet.worst().orElseThrow();
        return page.say(
                "indicatorSays." + sheet.measure(),
                "share",
                unbroken(page.percent(now.percent())),
                "at",
                sheet.by().isTime() ? unbroken(now.key()) : page.say("INDICATORS_ALTOGETHER"),
                "worst",
                unbroken(page.percent(worst.percent())),
                "worstAt",
                sheet.by().isTime() ? unbroken(worst.key()) : name(sheet.by(), worst.key(), page));
    }
}
