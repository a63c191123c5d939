package io.plimsoll.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleRun.Progress.Part;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in both languages, says the same things, and is said by somebody. */
class MessagesTest {

    private static final Catalogue EN = Catalogue.of(Language.EN, Map.of());
    private static final Catalogue ZH = Catalogue.of(Language.ZH, Map.of());

    private static final Pattern SAYING =
            Pattern.compile("(?:Message\\.of|[sS]ay|sayError|new Refused)\\(\\s*[\"']([A-Z][A-Z_]*[A-Z])[\"']");
    private static final Pattern LITERAL = Pattern.compile("[\"'](\\w+)[\"']");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z0-9]+)*");

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSameArguments() {
        assertEquals(EN.codes(), ZH.codes());
        for (String code : EN.codes()) {
            assertEquals(EN.argumentsOf(code), ZH.argumentsOf(code), code);
        }
    }

    @Test
    void chineseSentencesHaveChinesePunctuation() {
        for (String code : ZH.codes()) {
            String sentence = ZH.say(new Message(code, Map.of()));
            assertTrue(!sentence.matches(".*\\p{IsHan}[,;:?!()].*"), code + ": " + sentence);
        }
    }

    @Test
    void everyCodeThatIsSaidHasItsSentenceAndEveryArgumentItsValue() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String source : sources()) {
            Matcher matcher = SAYING.matcher(source);
            while (matcher.find()) {
                String code = matcher.group(1);
                said.add(code);
                assertTrue(EN.codes().contains(code), code + " has no sentence");
                Set<String> given = literals(call(source, matcher.end()));
                assertTrue(given.containsAll(EN.argumentsOf(code)), code + " is given " + given);
            }
        }
        assertTrue(said.size() > 40, "found in the sources: " + said);
    }

    @Test
    void everySentenceIsSaidBySomebody() throws IOException {
        Set<String> literals = new HashSet<>();
        for (String source : sources()) {
            literals.addAll(literals(source));
        }
        for (Binding binding : Binding.values()) {
            literals.add("BINDING_" + binding);
        }
        for (Problem problem : Problem.values()) {
            literals.add("PROBLEM_" + problem);
        }
        for (Part part : Part.values()) {
            literals.add("PROGRESS_" + part);
        }
        List<String> unsaid = EN.codes().stream()
                .filter(code -> CODE.matcher(code).matches())
                .filter(code -> !literals.contains(code))
                .toList();
        assertEquals(List.of(), unsaid);
    }

    @Test
    void everyReasonForACutHasItsWords() {
        for (Binding binding : Binding.values()) {
            boolean hasWords = EN.codes().contains("BINDING_" + binding);
            assertEquals(binding != Binding.NONE, hasWords, binding.name());
        }
    }

    @Test
    void everyActAndEverySortOfSubjectHasItsWord() {
        for (Act act : Act.values()) {
            assertTrue(EN.codes().contains("act." + act), "act." + act);
        }
        for (Subject.Kind kind : Subject.Kind.values()) {
            assertTrue(EN.codes().contains("subjectKind." + kind), "subjectKind." + kind);
        }
    }

    @Test
    void aMessageAmongTheArgumentsIsASentenceOfItsOwn() {
        Message reason = Message.of("REASON_MISSING", "file", "x.csv");
        assertEquals("The result can't be read: x.csv is missing.", EN.say("RESULT_UNREADABLE", "reason", reason));
    }

    /** What stands between the opening parenthesis of a call and its closing one. */
    private static String call(String source, int from) {
        int open = 1;
        int at = from;
        while (open > 0) {
            char c = source.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return source.substring(from, at);
    }

    private static Set<String> literals(String text) {
        return new HashSet<>(LITERAL.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList());
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> code = Files.walk(Path.of("src/main/java"));
                Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : Stream.concat(code, templates)
                    .filter(each -> each.toString().matches(".*\\.(java|html)"))
                    .toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
