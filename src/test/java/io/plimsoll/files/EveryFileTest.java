package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be wrong with any file is found in every file, the optional ones too. */
class EveryFileTest {

    @TempDir
    Path folder;

    static List<String> files() {
        return List.copyOf(new SmallFolder().files().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void thatIsEmpty(String file) {
        assertRefused(file, 1, "EXPECTED_HEADER", new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("files")
    void thatLacksAColumn(String file) {
        String text = new SmallFolder().text(file);
        String header = text.substring(0, text.indexOf('\n'));
        int comma = header.indexOf(',');
        if (comma < 0) {
            assertRefused(file, 1, "EXPECTED_COLUMNS_MISSING", "other\n");
            return;
        }
        BadInput bad = assertRefused(file, 1, "EXPECTED_COLUMN", header.substring(comma + 1) + "\n");
        assertEquals(header.substring(0, comma), bad.column());
    }

    @ParameterizedTest
    @MethodSource("files")
    void withANulByte(String file) {
        String text = new SmallFolder().text(file);
        assertRefused(file, 2, "EXPECTED_NO_CONTROL_CHARACTERS", text.replaceFirst("\n", "\n\u0000"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void withAQuoteThatIsNotClosed(String file) {
        String text = new SmallFolder().text(file);
        assertRefused(file, 2, "EXPECTED_CLOSED_QUOTES", text.replaceFirst("\n", "\n\""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void inTheEncodingOfAnotherProgram(String file) {
        String text = new SmallFolder().text(file);
        byte[] chinese = text.replaceFirst("\n", "\n店").getBytes(Charset.forName("GB18030"));
        assertRefused(file, 2, "EXPECTED_UTF8", chinese);
        assertRefused(file, 1, "EXPECTED_UTF8", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void thatIsNoTableAtAll(String file) {
        assertRefused(file, 1, "EXPECTED_UTF8", "PK\u0003\u0004\u00E9\u00E8".getBytes(StandardCharsets.ISO_8859_1));
    }

    private BadInput assertRefused(String file, long line, String code, String content) {
        return assertRefused(file, line, code, content.getBytes(StandardCharsets.UTF_8));
    }

    private BadInput assertRefused(String file, long line, String code, byte[] content) {
        SmallFolder small = new SmallFolder().put(file, content);
        BadInput bad = assertThrows(BadInput.class, () -> small.read(folder));
        assertEquals(
                List.of(file, line, code),
                List.of(bad.file(), bad.line(), bad.expected().code()));
        return bad;
    }
}
