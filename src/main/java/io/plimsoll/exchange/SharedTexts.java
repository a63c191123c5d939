package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The texts that the cells of a workbook share, one behind the other in as many bytes as they have, in pieces: growing
 * copies nothing, and no more room stands empty than one piece.
 */
final class SharedTexts {

    private static final int PIECE_BITS = 20;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int PLACES_BITS = 12;
    private static final int PLACES = 1 << PLACES_BITS;

    /** What one text costs beside its bytes: where it begins and how long it is. */
    private static final int BYTES_OF_PLACE = 8;

    private final int most;
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private int end;
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
                add(CellText.decoded(text).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** No text is longer than a piece, see {@link SafeXml}; one that doesn't fit into the rest of one begins the next. */
    private void add(byte[] text) throws IOException {
        if ((long) end + text.length + (long) BYTES_OF_PLACE * (count + 1) > most) {
            throw new Beyond(Message.of("SHEET_TEXTS", "limit", most >> PIECE_BITS));
        }
        int rest = pieces.size() * PIECE - end;
        if (text.length > rest) {
            end += rest;
            pieces.add(new byte[PIECE]);
        }
        if (count == places.size() * PLACES) {
            places.add(new int[2 * PLACES]);
        }
        if (text.length > 0) {
            System.arraycopy(text, 0, pieces.get(end >> PIECE_BITS), end & PIECE - 1, text.length);
        }
        int[] of = places.get(count >> PLACES_BITS);
        int at = 2 * (count & PLACES - 1);
        of[at] = end;
        of[at + 1] = text.length;
        end += text.length;
        count++;
    }

    /** The text that a cell names by its number. */
    String get(String number) throws IOException {
        int index = CellText.whole(number);
        if (index < 0 || index >= count) {
            throw new Beyond(SafeXml.broken());
        }
        int[] of = places.get(index >> PLACES_BITS);
        int at = 2 * (index & PLACES - 1);
        int length = of[at + 1];
        return length == 0
                ? ""
                : new String(pieces.get(of[at] >> PIECE_BITS), of[at] & PIECE - 1, length, StandardCharsets.UTF_8);
    }
}
