package io.plimsoll.chart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javax.xml.stream.XMLStreamException;

/**
 * Months in a row: what was asked for as columns, what was granted as a line, and the ceiling as steps above them. As a part of a
 * page: small for a list, or large with an axis.
 *
 * @param title what is seen, for who cannot see it
 * @param months the earliest first
 */
public record MonthsPicture(String title, List<Month> months) {

    private static final String COLUMN = "#c3d3df";
    private static final String GREY = "#595959";
    private static final String FAINT = "#d9d9d9";
    private static final double GAP = 0.2;

    /**
     * One month; what is not known of it is null, and not drawn.
     *
     * @param label as short as it can be, for the axis
     */
    public record Month(String label, Long demand, Long granted, Long ceiling) {

        double largest() {
            long largest = 0;
            for (Long value : new Long[] {demand, granted, ceiling}) {
                largest = Math.max(largest, value == null ? 0 : value);
            }
            return largest;
        }
    }

    public MonthsPicture {
        months = List.copyOf(months);
    }

    /** Where the months lie within the picture. */
    private record Plot(double left, double top, double width, double height, Scale scale, int count) {

        double x(double month) {
            return left + width * month / Math.max(1, count);
        }

        double y(double value) {
            return top + height * (1 - scale.share(value));
        }
    }

    /** For a row of a list: nothing but the shapes. */
    public String small() {
        return drawn(144, 40, (svg, scale) -> draw(svg, new Plot(1, 2, 142, 36, scale, months.size())));
    }

    /**
     * For a page of its own.
     *
     * @param format says a value at the axis
     */
    public String large(DoubleFunction<String> format) {
        return drawn(720, 260, (svg, scale) -> {
            Plot plot = new Plot(52, 12, 660, 214, scale, months.size());
            for (double tick : scale.ticks()) {
                svg.line(plot.left(), plot.y(tick), plot.left() + plot.width(), plot.y(tick), "stroke", FAINT);
                svg.text(plot.left() - 6, plot.y(tick) + 4, format.apply(tick), "text-anchor", "end", "fill", GREY);
            }
            for (int i = 0; i < months.size(); i++) {
                svg.text(plot.x(i + 0.5), 246, months.get(i).label(), "text-anchor", "middle", "fill", GREY);
            }
            draw(svg, plot);
        });
    }

    private interface Drawing {
        void on(SvgWriter svg, Scale scale) throws XMLStreamException;
    }

    private String drawn(int width, int height, Drawing drawing) {
        Scale scale =
                Scale.upTo(months.stream().mapToDouble(Month::largest).max().orElse(0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SvgWriter svg = SvgWriter.part(bytes, width, height, title);
            drawing.on(svg, scale);
            svg.end();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible); // nothing but memory is written to
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private void draw(SvgWriter svg, Plot plot) throws XMLStreamException {
        double wide = plot.width() / Math.max(1, plot.count());
        for (int i = 0; i < months.size(); i++) {
            Long demand = months.get(i).demand();
            if (demand != null) {
                double top = plot.y(demand);
                svg.rect(plot.x(i) + wide * GAP / 2, top, wide * (1 - GAP), plot.top() + plot.height() - top, COLUMN);
            }
        }
        List<double[]> steps = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            if (month.ceiling() == null) {
                line(svg, steps, Stroke.DASHED);
            } else {
                steps.add(new double[] {plot.x(i), plot.y(month.ceiling())});
                steps.add(new double[] {plot.x(i + 1.0), plot.y(month.ceiling())});
            }
            if (month.granted() == null) {
                line(svg, points, Stroke.STRONG);
            } else {
                points.add(new double[] {plot.x(i + 0.5), plot.y(month.granted())});
            }
        }
        line(svg, steps, Stroke.DASHED);
        line(svg, points, Stroke.STRONG);
    }

    /** Draws what has been gathered, and begins anew: what is not known parts a line. */
    private static void line(SvgWriter svg, List<double[]> points, Stroke stroke) throws XMLStreamException {
        if (points.size() > 1) {
            svg.polyline(points.toArray(double[][]::new), stroke);
        } else if (points.size() == 1) {
            double[] only = points.get(0);
            svg.line(
                    only[0] - 2,
                    only[1],
                    only[0] + 2,
                    only[1],
                    "stroke",
                    stroke.colour(),
                    "stroke-width",
                    stroke.width());
        }
        points.clear();
    }
}
