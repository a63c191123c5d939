package io.plimsoll.rule.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.rule.RuleText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Reading what was rendered gives what was rendered, however it is laid out; and no edit of a text breaks the reader. */
class RoundTripTest {

    private static final List<String> SNIPPETS = List.of(
            "(",
            ")",
            "\"",
            "$",
            ";",
            ",",
            ":",
            "!",
            "&&",
            "||",
            "==",
            "-",
            "/",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            " ",
            "0",
            "9",
            "1.5",
            "\\",
            "\u0000",
            "\u202e",
            "\u200b",
            "Ａ",
            "\ud840",
            "\udc00",
            "end",
            "rule",
            "when",
            "then",
            "import",
            "salience 1",
            "true",
            "known",
            "agreedTotal",
            "$most",
            "$quota",
            "AgreedQuota",
            ".",
            "'",
            "#",
            "@",
            "[",
            "?");

    @Test
    void whatWasRenderedReadsAsWhatWasMeant() {
        RandomRules random = new RandomRules(new SplittableRandom(20_261_123));
        int tooLong = 0;
        for (int i = 0; i < 500; i++) {
            CheckedRule meant = random.file(6);
            if (isLongerThanAPatternMayBe(meant.canonical())) {
                tooLong++;
            } else {
                assertEquals(meant, read(meant.canonical()));
            }
        }
        assertTrue(tooLong < 10, "drawn longer than a pattern may be: " + tooLong);
    }

    private static boolean isLongerThanAPatternMayBe(String drl) {
        try {
            read(drl);
            return false;
        } catch (RuleTextRefused refused) {
            assertTrue(refused.getMessage().contains("is one too many"), refused.getMessage());
            return true;
        }
    }

    @Test
    void blanksLineEndsAndCommentsBetweenTokensMeanNothing() {
        RandomGenerator random = new SplittableRandom(4);
        RandomRules rules = new RandomRules(random);
        for (int i = 0; i < 300; i++) {
            CheckedRule meant = rules.file(3);
            assertEquals(meant, read(Texts.scattered(meant.canonical(), random)));
        }
    }

    @Test
    void anyEditIsEitherRefusedOrUnderstood() {
        SplittableRandom random = new SplittableRandom(7);
        RandomRules rules = new RandomRules(random);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            String drl = i % 4 == 0 ? rules.file(2).canonical() : Texts.LEGAL.get(random.nextInt(Texts.LEGAL.size()));
            int edits = 1 + random.nextInt(4);
            for (int edit = 0; edit < edits; edit++) {
                drl = edited(drl, random);
            }
            understood += isUnderstood(drl) ? 1 : 0;
        }
        // Both ends of the claim are met often enough to mean something.
        assertTrue(understood > 500 && understood < 15_000, "understood " + understood);
    }

    private static boolean isUnderstood(String drl) {
        CheckedRule checked;
        try {
            checked = read(drl);
        } catch (RuleTextRefused refused) {
            return false;
        }
        assertEquals(checked, read(checked.canonical()), drl);
        return true;
    }

    private static String edited(String drl, RandomGenerator random) {
        int from = random.nextInt(drl.length() + 1);
        int to = Math.min(drl.length(), from + 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 3));
        String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        int other = random.nextInt(drl.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> drl.substring(0, from) + drl.substring(to);
            case 1 -> drl.substring(0, from) + snippet + drl.substring(from);
            case 2 -> drl.substring(0, from) + snippet + drl.substring(to);
            case 3 -> drl.substring(0, from) + drl.substring(from, to).repeat(2) + drl.substring(to);
            case 4 ->
                drl.substring(0, from)
                        + drl.substring(Math.min(from, other), Math.max(from, other))
                        + drl.substring(from);
            default -> drl.substring(0, from) + (char) random.nextInt(32, 127) + drl.substring(to);
        };
    }

    private static CheckedRule read(String drl) {
        return RuleTextCheck.check(new RuleText("r02-random", "R2", drl));
    }
}
