package io.plimsoll.lawbook;

import io.plimsoll.message.Language;
import io.plimsoll.rule.RuleText;
import java.util.Map;
import java.util.TreeMap;

/**
 * One folder of the law book.
 *
 * @param text what the rule says to Drools
 * @param sentence what the rule is for, in business words
 * @param messages sentences by code and language, for what the rule proposes
 */
public record RuleFolder(RuleText text, Map<Language, String> sentence, Map<Language, Map<String, String>> messages) {

    /**
     * Puts a folder together.
     *
     * @param properties of its rule.properties: {@code id}, {@code sentence.en}, {@code sentence.zh}, and for every code
     *     {@code CODE.en} and {@code CODE.zh}
     * @throws IllegalArgumentException when the id, or a sentence, or a translation is missing
     */
    static RuleFolder of(String folder, String drl, Map<String, String> properties) {
        Map<String, String> rest = new TreeMap<>(properties);
        String id = rest.remove("id");
        if (id == null) {
            throw new IllegalArgumentException(folder + "/rule.properties: id is missing");
        }
        Map<Language, String> sentence = new TreeMap<>();
        Map<Language, Map<String, String>> messages = new TreeMap<>();
        for (Language language : Language.values()) {
            String suffix = "." + language.code();
            String own = rest.remove("sentence" + suffix);
            if (own == null || own.isBlank()) {
                throw new IllegalArgumentException(folder + "/rule.properties: sentence" + suffix + " is missing");
            }
            sentence.put(language, own);
            Map<String, String> ofLanguage = new TreeMap<>();
            rest.forEach((key, words) -> {
                if (key.endsWith(suffix) && !words.isBlank()) {
                    ofLanguage.put(key.substring(0, key.length() - suffix.length()), words);
                }
            });
            messages.put(language, ofLanguage);
        }
        int translated = messages.values().stream().mapToInt(Map::size).sum();
        if (translated != rest.size()
                || messages.values().stream().map(Map::keySet).distinct().count() > 1) {
            throw new IllegalArgumentException(folder
                    + "/rule.properties: every code needs its sentence in every language, found " + rest.keySet());
        }
        return new RuleFolder(new RuleText(folder, id, drl), sentence, messages);
    }
}
