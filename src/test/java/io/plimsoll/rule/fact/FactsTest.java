package io.plimsoll.rule.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.rule.Fact;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void listsEveryRecordOfTheRoom() throws IOException, URISyntaxException {
        assertEquals(
                recordsCompiled(), Facts.ALL.stream().map(Class::getSimpleName).toList());
    }

    @Test
    void everyOneIsARecordThatEndsWithItsProposals() {
        for (Class<? extends Fact> type : Facts.ALL) {
            assertTrue(type.isRecord(), type.getName());
            var components = type.getRecordComponents();
            assertEquals("proposals", components[components.length - 1].getName(), type.getName());
        }
    }

    private static List<String> recordsCompiled() throws IOException, URISyntaxException {
        Path room = Path.of(Facts.class.getResource("Facts.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(room)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.equals("Facts") && !name.equals("package-info"))
                    .sorted()
                    .toList();
        }
    }
}
