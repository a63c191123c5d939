package io.plimsoll.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks a setting up finds it, and finds what it is by default. */
class SettingsTest {

    private static final Path TABLE = Path.of("docs/settings.md");
    private static final String NONE = "none";

    /** Read where no mapping can be: by what runs the migrations. */
    private static final String READ_ELSEWHERE = "plimsoll.database.application-account";

    private final Map<String, List<String>> rows = rows();

    @Test
    void theTableHoldsEverySettingOfTheServiceWithItsDefault() {
        Map<String, String> expected = new TreeMap<>(settings());
        expected.put(READ_ELSEWHERE, NONE);
        Map<String, String> written = new TreeMap<>();
        rows.forEach((property, cells) -> {
            if (property.startsWith("plimsoll.")) {
                written.put(property, cells.get(2));
            }
        });
        assertFalse(settings().isEmpty());
        assertEquals(expected, written);
    }

    @Test
    void whatWeSetForTheContainerStandsThereAsWeSetIt() throws IOException {
        Properties ours = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            ours.load(reader);
        }
        rows.forEach((property, cells) -> {
            String set = ours.getProperty(property);
            if (set != null) {
                assertEquals(set, cells.get(2), property);
            }
        });
    }

    @Test
    void everyRowHasTheNameOfTheEnvironmentAUnitAndAMeaning() {
        rows.forEach((property, cells) -> {
            assertEquals(property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), cells.get(0));
            assertEquals(5, cells.size(), property);
            assertTrue(cells.stream().noneMatch(String::isBlank), property);
        });
    }

    @Test
    void theComposeFileSetsOnlyWhatThereIs() throws IOException {
        List<String> known = rows.values().stream().map(cells -> cells.get(0)).toList();
        List<String> set = Pattern.compile("^ +((?:QUARKUS|PLIMSOLL)_[A-Z_]+):", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("deploy/compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.matches("PLIMSOLL_(OWNER|APPLICATION)_PASSWORD"))
                .toList();
        assertFalse(set.isEmpty());
        assertTrue(known.containsAll(set), () -> set + " are not all in " + TABLE);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.plimsoll.service")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(mapping -> Arrays.stream(mapping.getDeclaredMethods())
                                .forEach(method -> settings.put(property(mapping, method), defaultOf(method))));
        return settings;
    }

    private static String property(Class<?> mapping, Method method) {
        String name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return mapping.getAnnotation(ConfigMapping.class).prefix() + "." + name;
    }

    private static String defaultOf(Method method) {
        WithDefault value = method.getAnnotation(WithDefault.class);
        return value == null ? NONE : value.value();
    }

    /** The cells of the table by the property they are about. */
    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(TABLE)) {
                if (line.startsWith("| `")) {
                    List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList();
                    rows.put(
                            plain(cells.get(1)),
                            cells.stream().map(SettingsTest::plain).toList());
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return rows;
    }

    /** A cell that is one name as a whole, without the marks around it. */
    private static String plain(String cell) {
        return cell.matches("`[^`]*`") ? cell.substring(1, cell.length() - 1) : cell;
    }
}
