package io.plimsoll.rule.text;

import io.plimsoll.rule.RuleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one check of rule texts, used by the build and before any recorded rule is compiled. Nothing but added ceilings
 * and findings: imports of fact types, one pattern over the fields of one fact with literals, comparisons and
 * arithmetic, and a consequence that is one call of {@code propose}. All else is refused by name; so is arithmetic that
 * a rule engine would not do exactly, and anything larger than a rule needs to be.
 *
 * <pre>{@code
 * import io.plimsoll.rule.fact.AgreedQuota;
 *
 * rule "R2 The agreed total floats upward by size class"
 * when
 *     $quota : AgreedQuota( agreedTotal > 0, $most : ( agreedTotal * (100 + floatPercent) / 100 ) )
 * then
 *     $quota.propose("R2", "PERIOD_CEILING", $most);
 * end
 * }</pre>
 *
 * <p>Safe for use by many threads; the same text always gives the same answer.
 *
 * @see "rules/README.md"
 */
public final class RuleTextCheck {

    private static final Pattern FOLDER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ID = Pattern.compile("[RD][1-9][0-9]*");

    private RuleTextCheck() {}

    /**
     * Reads one text.
     *
     * @throws RuleTextRefused naming the first thing in it that is not allowed, and where it stands
     */
    public static CheckedRule check(RuleText text) {
        Refusals refusals = new Refusals(text.folder());
        checkFolder(text, refusals);
        CheckedRule checked = new RuleFileReader(text, refusals).read();
        int length = checked.canonical().length();
        if (length > Limits.CHARACTERS) {
            throw refusals.whole(
                    length + " characters",
                    "the text has " + length + " characters when written with blanks; a rule has at most "
                            + Limits.CHARACTERS);
        }
        return checked;
    }

    /**
     * Reads the texts of one rule book, which must fit together: no folder and no name of a rule comes twice.
     *
     * @return sorted by folder
     * @throws RuleTextRefused naming the first thing that is not allowed
     */
    public static List<CheckedRule> checkAll(List<RuleText> texts) {
        if (texts.size() > Limits.FILES) {
            throw new RuleTextRefused(
                    texts.get(Limits.FILES).folder(),
                    1,
                    1,
                    texts.size() + " files",
                    "there are " + texts.size() + " files; a rule book has at most " + Limits.FILES);
        }
        refuseLongBook(texts);
        List<RuleText> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparing(RuleText::folder));
        Map<String, String> folderOfName = new HashMap<>();
        List<CheckedRule> checked = new ArrayList<>();
        for (RuleText text : sorted) {
            if (!checked.isEmpty() && checked.get(checked.size() - 1).folder().equals(text.folder())) {
                throw new Refusals(text.folder()).whole(text.folder(), "there are two folders " + text.folder());
            }
            CheckedRule rule = check(text);
            refuseSameNames(rule, folderOfName);
            if (folderOfName.size() > Limits.RULES_IN_A_BOOK) {
                throw new Refusals(text.folder())
                        .whole(
                                folderOfName.size() + " rules",
                                "a rule begins one too many: a rule book has at most " + Limits.RULES_IN_A_BOOK);
            }
            checked.add(rule);
        }
        return List.copyOf(checked);
    }

    private static void refuseLongBook(List<RuleText> texts) {
        long characters = 0;
        for (RuleText text : texts) {
            // A text that is too long by itself is refused by itself.
            characters += Math.min(text.drl().length(), Limits.CHARACTERS);
            if (characters > Limits.CHARACTERS_IN_A_BOOK) {
                throw new Refusals(text.folder())
                        .whole(
                                characters + " characters",
                                "up to here the texts have " + characters + " characters; a rule book has at most "
                                        + Limits.CHARACTERS_IN_A_BOOK);
            }
        }
    }

    private static void refuseSameNames(CheckedRule checked, Map<String, String> folderOfName) {
        for (DrlRule rule : checked.rules()) {
            String other = folderOfName.put(rule.name(), checked.folder());
            if (other != null) {
                throw new Refusals(checked.folder())
                        .whole(rule.name(), "the name \"" + rule.name() + "\" is used in " + other + " already");
            }
        }
    }

    private static void checkFolder(RuleText text, Refusals refusals) {
        String id = Characters.shown(text.id(), Limits.FOLDER_LENGTH);
        String folder = Characters.shown(text.folder(), Limits.FOLDER_LENGTH);
        if (text.id().length() > Limits.FOLDER_LENGTH || !ID.matcher(text.id()).matches()) {
            throw refusals.whole(id, "the id " + id + " is not R or D and a number");
        }
        if (text.folder().length() > Limits.FOLDER_LENGTH
                || !FOLDER.matcher(text.folder()).matches()) {
            throw refusals.whole(
                    folder,
                    "the folder " + folder + " is not made of small letters, digits and single hyphens, at most "
                            + Limits.FOLDER_LENGTH);
        }
        String digits = text.id().substring(1);
        String start = (text.id().charAt(0) == 'R' ? "r" : "d") + (digits.length() == 1 ? "0" + digits : digits) + "-";
        if (!text.folder().startsWith(start)) {
            throw refusals.whole(
                    folder, "the folder " + folder + " does not begin with " + start + ", from its id " + id);
        }
    }
}
