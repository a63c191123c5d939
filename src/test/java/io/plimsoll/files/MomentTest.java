package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A moment is what java.time takes for one, in its canonical form, also where it isn't asked. */
class MomentTest {

    @Test
    void agreesWithTheParserOnTwoHundredThousandTexts() throws Refused {
        SplittableRandom random = new SplittableRandom(1);
        int moments = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02d%s%02d:%02d",
                    random.nextInt(10_000),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(25),
                    random.nextInt(61),
                    random.nextInt(61),
                    random.nextInt(4) == 0 ? "-" : "+",
                    random.nextInt(20),
                    random.nextInt(61));
            text = random.nextInt(3) == 0 ? altered(text, random) : text;
            moments += agrees(text) ? 1 : 0;
        }
        assertTrue(moments > 50_000 && moments < 180_000, "moments: " + moments);
    }

    private static String altered(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        char other = "0123456789+-:TZz/ ٣".charAt(random.nextInt(19));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static boolean agrees(String text) throws Refused {
        String expected;
        try {
            expected = OffsetDateTime.parse(text).toString();
        } catch (DateTimeException notOne) {
            assertThrows(Refused.class, () -> Kinds.moment().canonical(text), text);
            return false;
        }
        assertEquals(expected, Kinds.moment().canonical(text), text);
        return true;
    }
}
