package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook share, one behind the other in as many bytes as they have. */
final class SharedTexts {

    private final int most;
    private byte[] bytes = new byte[1 << 12];
    private int[] end = new int[1 << 8];
    private int count;

    SharedTexts(int mostBytes) {
        this.most = mostBytes;
    }

    /** Reads the part that holds them. */
    void read(SafeXml xml) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next()) {
            if (xml.begins("si")) {
                text.setLength(0);
                CellText.read(xml, "si", text);
                add(CellText.decoded(text));
            }
        }
    }

    private void add(String text) throws IOException {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        int from = begin(count);
        if ((long) from + added.length + 4L * count > most) {
            throw new Beyond(Message.of("SHEET_TEXTS", "limit", most >> 20));
        }
        if (from + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(from + added.length, 2 * bytes.length));
        }
        if (count == end.length) {
            end = Arrays.copyOf(end, 2 * count);
        }
        System.arraycopy(added, 0, bytes, from, added.length);
        end[count++] = from + added.length;
    }

    private int begin(int index) {
        return index == 0 ? 0 : end[index - 1];
    }

    /** The text that a cell names by its number. */
    String get(String number) throws IOException {
        int index = CellText.whole(number);
        if (index < 0 || index >= count) {
            throw new Beyond(SafeXml.broken());
        }
        return new String(bytes, begin(index), end[index] - begin(index), StandardCharsets.UTF_8);
    }
}
