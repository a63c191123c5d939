package io.plimsoll.chart;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;

/**
 * Panels of lines side by side under one title.
 *
 * @param title the sentence that says what is seen
 * @param note what else a reader must know, one sentence a row
 * @param panels from left to right
 */
public record LineChart(String title, List<String> note, List<Panel> panels) {

    private static final int PANEL_WIDTH = 350;
    private static final int PLOT_WIDTH = 196;
    private static final int PLOT_LEFT = 44;
    private static final int PLOT_TOP = 128;
    private static final int PLOT_HEIGHT = 210;
    private static final int ROW = 17;
    private static final int LABEL_GAP = 16;
    private static final int LEADER = 18;
    private static final String GREY = "#595959";
    private static final String FAINT = "#d9d9d9";

    public LineChart {
        note = List.copyOf(note);
        panels = List.copyOf(panels);
    }

    /** The chart as a file in UTF-8; equal charts are equal bytes. */
    public byte[] svg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int width = PANEL_WIDTH * panels.size();
            int height = PLOT_TOP + PLOT_HEIGHT + 56 + ROW * note.size();
            SvgWriter svg = new SvgWriter(bytes, width, height, title);
            svg.text(16, 34, title, "font-size", "18", "font-weight", "bold");
            for (int i = 0; i < panels.size(); i++) {
                draw(panels.get(i), i * PANEL_WIDTH + PLOT_LEFT, svg);
            }
            for (int row = 0; row < note.size(); row++) {
                svg.text(16, height - 14 - ROW * (note.size() - 1 - row), note.get(row), "fill", GREY);
            }
            svg.end();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible); // nothing but memory is written to
        }
        return bytes.toByteArray();
    }

    private static void draw(Panel panel, int left, SvgWriter svg) throws XMLStreamException {
        for (int row = 0; row < panel.title().size(); row++) {
            String weight = row == 0 ? "bold" : "normal";
            svg.text(
                    left - 28,
                    72 + ROW * row,
                    panel.title().get(row),
                    "font-size",
                    row == 0 ? "14.5" : "13",
                    "font-weight",
                    weight);
        }
        Scale scale = Scale.upTo(panel.largest());
        for (double tick : scale.ticks()) {
            double y = y(scale, tick);
            svg.line(left, y, left + PLOT_WIDTH, y, "stroke", FAINT);
            svg.text(left - 6, y + 4, panel.format().apply(tick), "text-anchor", "end", "fill", GREY);
        }
        for (int place : placesToName(panel.count())) {
            double x = x(left, place, panel.count());
            svg.line(x, PLOT_TOP + PLOT_HEIGHT, x, PLOT_TOP + PLOT_HEIGHT + 4, "stroke", GREY);
            svg.text(
                    x, PLOT_TOP + PLOT_HEIGHT + 18, Integer.toString(place + 1), "text-anchor", "middle", "fill", GREY);
        }
        svg.text(left + PLOT_WIDTH + 16, PLOT_TOP + PLOT_HEIGHT + 18, panel.places(), "fill", GREY);
        drawLines(panel, scale, left, svg);
    }

    private static void drawLines(Panel panel, Scale scale, int left, SvgWriter svg) throws XMLStreamException {
        int last = panel.count() - 1;
        double[] ends = panel.lines().stream()
                .mapToDouble(line -> y(scale, line.values().get(last)))
                .toArray();
        double[] labels = LabelColumn.place(ends, LABEL_GAP, PLOT_TOP + PLOT_HEIGHT - 4.0);
        // The first line is drawn last, over the others.
        for (int i = ends.length - 1; i >= 0; i--) {
            Line line = panel.lines().get(i);
            double[][] points = IntStream.rangeClosed(0, last)
                    .mapToObj(place -> new double[] {
                        x(left, place, panel.count()), y(scale, line.values().get(place))
                    })
                    .toArray(double[][]::new);
            double end = left + PLOT_WIDTH;
            svg.polyline(points, line.stroke());
            svg.line(
                    end + 2,
                    ends[i],
                    end + LEADER,
                    labels[i],
                    "stroke",
                    line.stroke().colour());
            svg.text(end + LEADER + 5, labels[i] + 4, line.label());
        }
    }

    private static double x(int left, int place, int count) {
        return left + (double) PLOT_WIDTH * place / Math.max(1, count - 1);
    }

    private static double y(Scale scale, double value) {
        return PLOT_TOP + PLOT_HEIGHT * (1 - scale.share(value));
    }

    /** The first place, the last, and those at the quarters. */
    private static int[] placesToName(int count) {
        return IntStream.rangeClosed(0, 4)
                .map(quarter -> Math.max(0, count * quarter / 4 - 1))
                .distinct()
                .toArray();
    }
}
