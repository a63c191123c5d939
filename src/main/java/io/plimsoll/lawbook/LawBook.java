package io.plimsoll.lawbook;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.rule.RuleText;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * All rules of a build, as {@code rules/} holds them.
 *
 * @param folders sorted by name
 */
public record LawBook(List<RuleFolder> folders) {

    public LawBook {
        folders = folders.stream()
                .sorted(Comparator.comparing(folder -> folder.text().folder()))
                .toList();
    }

    /** The law book that this build carries. */
    public static LawBook ofThisBuild() {
        List<RuleFolder> folders = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    LawBook.class.getClassLoader(),
                    "rules",
                    root -> folders.addAll(read(root).folders()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (folders.isEmpty()) {
            throw new IllegalStateException("this build carries no rules");
        }
        return new LawBook(folders);
    }

    /**
     * The law book in a folder: every folder below it that holds a {@code Rule.drl}.
     *
     * @throws IllegalArgumentException when a folder lacks its id, a sentence, or a translation
     */
    public static LawBook read(Path root) {
        try (Stream<Path> below = Files.list(root)) {
            return new LawBook(below.filter(folder -> Files.exists(folder.resolve("Rule.drl")))
                    .map(LawBook::readFolder)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RuleFolder readFolder(Path folder) {
        String name = folder.getFileName().toString().replace("/", "");
        try (Reader reader = Files.newBufferedReader(folder.resolve("rule.properties"))) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> entries = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
            return RuleFolder.of(name, Files.readString(folder.resolve("Rule.drl")), entries);
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(name + ": Rule.drl or rule.properties is not in UTF-8", notUtf8);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(name + "/rule.properties is missing", missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the rules say to Drools, sorted by folder. */
    public List<RuleText> texts() {
        return folders.stream().map(RuleFolder::text).toList();
    }

    /** All sentences of a language: the house's own and those of the rules. */
    public Catalogue catalogue(Language language) {
        Map<String, String> ofRules = new HashMap<>();
        folders.forEach(folder -> ofRules.putAll(folder.messages().get(language)));
        return Catalogue.of(language, ofRules);
    }
}
