package io.plimsoll.chart;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the few elements of SVG that a chart is made of, one a line. */
final class SvgWriter {

    private static final String FONTS =
            "'Noto Sans', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

    private final XMLStreamWriter xml;

    /** Begins a picture on white ground. */
    SvgWriter(OutputStream out, int width, int height, String title) throws XMLStreamException {
        this(out);
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        begin(width, height, title);
        empty("rect", "width", Integer.toString(width), "height", Integer.toString(height), "fill", "white");
    }

    private SvgWriter(OutputStream out) throws XMLStreamException {
        // The JDK's own writer, whatever else is on the class path: it decides the bytes.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    }

    /** Begins a picture that is a part of a page, on whatever ground it stands. */
    static SvgWriter part(OutputStream out, int width, int height, String title) throws XMLStreamException {
        SvgWriter svg = new SvgWriter(out);
        svg.begin(width, height, title);
        return svg;
    }

    private void begin(int width, int height, String title) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes(
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "role",
                "img",
                "font-family",
                FONTS,
                "font-size",
                "12.5",
                "fill",
                "#1a1a1a");
        newLine();
        xml.writeStartElement("title");
        xml.writeCharacters(title);
        xml.writeEndElement();
        newLine();
    }

    void rect(double x, double y, double width, double height, String fill) throws XMLStreamException {
        empty("rect", "x", number(x), "y", number(y), "width", number(width), "height", number(height), "fill", fill);
    }

    void text(double x, double y, String text, String... namesAndValues) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", number(x), "y", number(y));
        attributes(namesAndValues);
        xml.writeCharacters(text);
        xml.writeEndElement();
        newLine();
    }

    void line(double x1, double y1, double x2, double y2, String... namesAndValues) throws XMLStreamException {
        xml.writeEmptyElement("line");
        attributes("x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
        attributes(namesAndValues);
        newLine();
    }

    void polyline(double[][] points, Stroke stroke) throws XMLStreamException {
        xml.writeEmptyElement("polyline");
        attributes(
                "points",
                Arrays.stream(points)
                        .map(point -> number(point[0]) + "," + number(point[1]))
                        .collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                stroke.colour(),
                "stroke-width",
                stroke.width());
        if (!stroke.dashes().isEmpty()) {
            attributes("stroke-dasharray", stroke.dashes());
        }
        newLine();
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        newLine();
        xml.writeEndDocument();
        xml.flush();
    }

    private void empty(String element, String... namesAndValues) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(namesAndValues);
        newLine();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** A hundredth of a pixel is finer than anybody sees. */
    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
