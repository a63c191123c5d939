package io.plimsoll.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** A chart is a picture that anybody can draw again, and read without its colours. */
class LineChartTest {

    private static LineChart chart(String title, double... values) {
        List<Double> first = Arrays.stream(values).boxed().toList();
        List<Double> second = first.stream().map(value -> value + 1).toList();
        Panel panel = new Panel(
                List.of("满足率", "share"),
                "week",
                List.of(new Line("a < b", Stroke.STRONG, first), new Line("other", Stroke.DASHED, second)),
                Double::toString);
        return new LineChart(title, List.of("a note"), List.of(panel));
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Test
    void isWellFormedWhateverTheTextHolds() throws Exception {
        Document svg = parsed(chart("5 < 6 & \"so on\" 中文", 1, 2, 3).svg());
        assertEquals("svg", svg.getDocumentElement().getTagName());
        assertEquals(
                "5 < 6 & \"so on\" 中文",
                svg.getElementsByTagName("title").item(0).getTextContent());
    }

    @Test
    void textStaysText() throws Exception {
        String svg = new String(chart("title", 1, 2).svg(), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">满足率</text>"), svg);
        assertTrue(svg.contains(">a &lt; b</text>"), svg);
        assertFalse(svg.contains("<path"), svg);
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            byte[] plain = chart("title", 1.5, 2.25, 1234.5).svg();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertArrayEquals(plain, chart("title", 1.5, 2.25, 1234.5).svg());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void linesAreToldApartWithoutColour() throws Exception {
        String svg = new String(chart("title", 1, 2).svg(), StandardCharsets.UTF_8);
        assertEquals(1, svg.split("stroke-dasharray", -1).length - 1);
        assertEquals(
                Stroke.values().length,
                Arrays.stream(Stroke.values()).map(Stroke::dashes).distinct().count());
    }

    @Test
    void drawsASingleWeekToo() throws Exception {
        parsed(chart("title", 0).svg());
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThrows(IllegalArgumentException.class, () -> chart("title", 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> chart("title", -1));
        assertThrows(IllegalArgumentException.class, () -> chart("title"));
        Line one = new Line("one", Stroke.STRONG, List.of(1.0));
        Line two = new Line("two", Stroke.DASHED, List.of(1.0, 2.0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Panel(List.of(), "week", List.of(one, two), Double::toString));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.17, 0.2, 0.99, 1, 1.01, 2.4, 7, 5000})
    void aScaleHoldsEverythingInAFewSteps(double largest) {
        Scale scale = Scale.upTo(largest);
        assertTrue(scale.share(largest) <= 1, scale.toString());
        assertTrue(scale.steps() >= 1 && scale.steps() <= 5, scale.toString());
        assertTrue(largest == 0 || scale.steps() <= 2 || scale.share(largest) > 0.6, scale.toString());
    }

    @Test
    void labelsStandApartAndNearTheirLines() {
        assertArrayEquals(new double[] {50, 10}, LabelColumn.place(new double[] {50, 10}, 16, 200));
        assertArrayEquals(new double[] {58, 42}, LabelColumn.place(new double[] {50, 50 - 1e-9}, 16, 200), 0.01);
        double[] crowded = LabelColumn.place(new double[] {199, 200, 198, 197}, 16, 200);
        assertArrayEquals(new double[] {184, 200, 168, 152}, crowded, 0.01);
    }
}
