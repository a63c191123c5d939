package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one part of a workbook, element by element. What could make the parser itself grow is refused: a document type
 * (and so every entity), deep nesting, more names than any workbook has, and pieces that are too long to be anything.
 */
final class SafeXml implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_BYTES_OF_PIECE = 1 << 20;
    private static final int MOST_CHARACTERS_OF_CELL = 1 << 16;

    private final XMLStreamReader reader;
    private final Pieces in;
    private final Set<String> names = new HashSet<>();
    private int depth;

    SafeXml(InputStream content) throws XMLStreamException {
        in = new Pieces(content);
        reader = factory().createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** What a workbook that isn't one is refused with. */
    static Message broken() {
        return Message.of("SHEET_BROKEN");
    }

    private static final class Pieces extends FilterInputStream {

        private int bytes;

        private Pieces(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws IOException {
            bytes += more;
            if (bytes > MOST_BYTES_OF_PIECE) {
                throw new Beyond(broken());
            }
        }
    }

    /** Goes to the beginning or the end of the next element; answers false behind the last. */
    boolean next() throws XMLStreamException, IOException {
        while (reader.hasNext()) {
            in.bytes = 0;
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                started();
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return true;
            }
            refuse(event);
        }
        return false;
    }

    private void started() throws IOException {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            names.add(reader.getNamespacePrefix(i) + " " + reader.getNamespaceURI(i));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES) {
            throw new Beyond(broken());
        }
    }

    private static void refuse(int event) throws IOException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Beyond(Message.of("SHEET_ENTITIES"));
        }
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            throw new Beyond(broken());
        }
    }

    boolean begins(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    boolean begins() {
        return reader.isStartElement();
    }

    /** The value of an attribute without a namespace, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            if ((space == null || space.isEmpty())
                    && reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The value of {@code r:id}, by whichever of its two namespaces; null where there is none. */
    String relation() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && space != null && space.endsWith("/relationships")) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text inside the element that has just begun, and goes to its end. */
    void text(StringBuilder text) throws XMLStreamException, IOException {
        int outside = depth - 1;
        while (depth > outside) {
            if (!reader.hasNext()) {
                throw new Beyond(broken());
            }
            in.bytes = 0;
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> started();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    if (text.length() > MOST_CHARACTERS_OF_CELL) {
                        throw new Beyond(broken());
                    }
                }
                default -> refuse(event);
            }
        }
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        reader.close();
        in.close();
    }
}
