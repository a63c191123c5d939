package io.plimsoll.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All sentences of one language. A sentence holds its arguments as {@code {name}}; there is no grammar beyond that, so
 * that no sentence is glued from pieces.
 */
public final class Catalogue {

    /** What the files are called before the language: those of all, those of proofs, and those of the rooms of the service. */
    static final List<String> PARTS = List.of(
            "",
            "proof.",
            "service/web.",
            "service/people.",
            "service/demo.",
            "service/policies.",
            "service/cycles.",
            "service/master.",
            "service/quotas.",
            "service/journal.",
            "service/leads.",
            "service/uploads.",
            "service/orders.",
            "service/assisted.",
            "service/outcomes.",
            "service/ledger.",
            "service/findings.",
            "service/figures.",
            "service/runs.",
            "service/deliveries.",
            "service/replays.",
            "service/audits.",
            "service/forecasts.",
            "service/plans.");

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z_]+)}");

    private final Properties sentences;

    private Catalogue(Properties sentences) {
        this.sentences = sentences;
    }

    /**
     * The house's own sentences in a language, together with those that the rules bring along.
     *
     * @param language which one
     * @param ofRules sentences by code in this language, from the rule folders
     */
    public static Catalogue of(Language language, Map<String, String> ofRules) {
        Properties sentences = new Properties();
        for (String part : PARTS) {
            load("/messages/" + part + language.code() + ".properties", sentences);
        }
        sentences.putAll(ofRules);
        return new Catalogue(sentences);
    }

    private static void load(String resource, Properties sentences) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The message in words. A code or an argument that is missing shows as itself: a reader is better served by a bare
     * code than by nothing, and a test keeps both catalogues whole.
     */
    public String say(Message message) {
        String sentence = sentences.getProperty(message.code());
        if (sentence == null) {
            return message.code() + " " + message.arguments();
        }
        Matcher matcher = ARGUMENT.matcher(sentence);
        StringBuilder words = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String argument = inWords(name, message.arguments().get(name));
            matcher.appendReplacement(words, Matcher.quoteReplacement(argument));
        }
        return matcher.appendTail(words).toString();
    }

    /** The sentence for a code and arguments, see {@link Message#of}. */
    public String say(String code, Object... namesAndValues) {
        return say(Message.of(code, namesAndValues));
    }

    /** Every code that this language has a sentence for, sorted. */
    public Set<String> codes() {
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    /** The names of the arguments in the sentence of a code. */
    public Set<String> argumentsOf(String code) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(sentences.getProperty(code, ""));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * A value that the language has a word for, such as {@code sizeClass.SMALL}, is said by it; a message among the
     * arguments, such as the reason for an error, is a sentence of its own.
     */
    private String inWords(String name, Object argument) {
        if (argument == null) {
            return "{" + name + "}";
        }
        if (argument instanceof Message nested) {
            return say(nested);
        }
        String plain = argument instanceof BigDecimal number ? number.toPlainString() : argument.toString();
        return sentences.getProperty(name + "." + plain, plain);
    }
}
