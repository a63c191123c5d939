package io.plimsoll.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.chart.MonthsPicture.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months in a row are drawn as far as they are known. */
class MonthsPictureTest {

    private static long count(String svg, String element) {
        return svg.split("<" + element, -1).length - 1L;
    }

    private static MonthsPicture known(int months) {
        return new MonthsPicture(
                "Twelve & more",
                IntStream.range(0, months)
                        .mapToObj(i -> new Month("26-" + i, 50L + i, 40L, 46L))
                        .toList());
    }

    @Test
    void eachMonthHasAColumnAndGrantsAndCeilingsALineOfTheirOwn() {
        String svg = known(12).small();
        assertEquals(12, count(svg, "rect"));
        assertEquals(2, count(svg, "polyline"));
        assertTrue(svg.startsWith("<svg"), svg);
        assertTrue(svg.contains("<title>Twelve &amp; more</title>"), svg);
        assertEquals(0, count(svg, "text"), "small ones have no words to be read");
    }

    @Test
    void theLargeOneNamesItsMonthsAndValues() {
        String svg = known(12).large(value -> "v" + (long) value);
        assertTrue(svg.contains(">26-11</text>"), svg);
        assertTrue(svg.contains(">v0</text>"), svg);
    }

    @Test
    void whatIsNotKnownIsNotDrawnAndPartsALine() {
        Month unknown = new Month("26-02", null, null, null);
        Month one = new Month("26-01", 10L, 5L, 8L);
        String svg = new MonthsPicture("t", List.of(one, one, unknown, one, one)).small();
        assertEquals(4, count(svg, "rect"));
        assertEquals(4, count(svg, "polyline"));
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void nothingKnownAtAllIsAnEmptyPicture() {
        String svg = new MonthsPicture("t", List.of(new Month("26-01", null, null, null))).small();
        assertEquals(0, count(svg, "rect") + count(svg, "polyline"));
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void equalMonthsAreEqualBytes() {
        assertEquals(known(5).small(), known(5).small());
    }
}
