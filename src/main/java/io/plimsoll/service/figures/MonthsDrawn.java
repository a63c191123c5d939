package io.plimsoll.service.figures;

import io.plimsoll.chart.MonthsPicture;
import io.plimsoll.service.web.Page;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Months of a shop as a picture in the reader's language; templates ask a list of months for it. */
@TemplateExtension(namespace = "months")
final class MonthsDrawn {

    private static final String NOTHING = "–";

    private MonthsDrawn() {}

    /** For a row of a list. */
    static String small(List<ShopMonth> months) {
        return picture(months).small();
    }

    /** For a page of its own. */
    static String large(List<ShopMonth> months) {
        Page page = page();
        return picture(months).large(page::number);
    }

    private static MonthsPicture picture(List<ShopMonth> months) {
        return new MonthsPicture(
                title(months),
                months.stream()
                        .map(month -> new MonthsPicture.Month(
                                month.period().substring(2), month.demand(), month.granted(), month.ceiling()))
                        .toList());
    }

    /** What is seen, for who cannot see it. */
    static String title(List<ShopMonth> months) {
        Page page = page();
        return page.say(
                "MONTHS_TITLE",
                "from",
                months.get(0).period(),
                "to",
                months.get(months.size() - 1).period(),
                "demand",
                range(months, ShopMonth::demand),
                "granted",
                range(months, ShopMonth::granted));
    }

    private static String range(List<ShopMonth> months, Function<ShopMonth, Long> value) {
        Page page = page();
        List<Long> known =
                months.stream().map(value).filter(Objects::nonNull).sorted().toList();
        if (known.isEmpty()) {
            return NOTHING;
        }
        String least = page.number(known.get(0));
        String most = page.number(known.get(known.size() - 1));
        return least.equals(most) ? least : page.say("MONTHS_RANGE", "least", least, "most", most);
    }

    private static Page page() {
        return Arc.container().instance(Page.class).get();
    }
}
