package io.plimsoll.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Language;
import io.plimsoll.message.Message;
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
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertEquals(6, cells.size(), property);
            assertTrue(cells.stream().noneMatch(String::isBlank), property);
        });
    }

    @Test
    void whatASettingMayBeStandsThereAsItIsChecked() {
        Map<String, String> written = new TreeMap<>();
        rows.forEach((property, cells) -> {
            if (!cells.get(4).equals("anything")) {
                written.put(property, cells.get(4));
            }
        });
        assertEquals(new TreeMap<>(SettingBounds.all()), written);
    }

    /** A setting that is no text has bounds: whoever adds one says which. */
    @Test
    void everyNumberAndDurationHasBounds() {
        rows.forEach((property, cells) -> {
            if (!List.of("name", "secret", "words", "folder", "file", "address", "'user'@'host'")
                    .contains(plain(cells.get(3)))) {
                assertTrue(SettingBounds.all().containsKey(property), property);
            }
        });
    }

    @Test
    void everyDefaultIsWithinItsBounds() {
        rows.forEach((property, cells) -> {
            if (!cells.get(2).equals(NONE)) {
                assertEquals(Optional.empty(), SettingBounds.wrong(Map.of(property, cells.get(2))::get), property);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plimsoll.cycles.every|banana",
                "plimsoll.cycles.every|0s",
                "plimsoll.cycles.every|''",
                "plimsoll.runs.every|-1s",
                "plimsoll.runs.every|PT-1S",
                "plimsoll.runs.every|disabled",
                "plimsoll.business.zone|Mars/Phobos",
                "plimsoll.uploads.megabytes|lots",
                "plimsoll.uploads.megabytes|-5",
                "plimsoll.uploads.megabytes|0",
                "plimsoll.uploads.megabytes|77",
                "plimsoll.uploads.megabytes|99999999999999999999",
                "plimsoll.uploads.at-once|0",
                "plimsoll.uploads.keep|PT0S",
                "plimsoll.session.idle|2hours",
                "plimsoll.session.longest|-PT1H",
                "plimsoll.session.longest|P31D",
                "plimsoll.cycles.second-window-until|25:00",
                "plimsoll.demo.retailers|0",
                "plimsoll.demo.skus|1e3",
                "plimsoll.demo.enabled|maybe",
                "quarkus.log.level|LOUD",
                "quarkus.datasource.jdbc.url|jdbc:postgresql://u:secret@h/d",
                "quarkus.datasource.jdbc.url|''",
                "quarkus.datasource.jdbc.max-size|1",
                "quarkus.http.host|no.such.host.invalid",
                "quarkus.shutdown.timeout|forever",
                "quarkus.oidc.tenant-enabled|true",
            })
    void nonsenseIsRefusedByTheNameOfItsSetting(String property, String value) {
        Message wrong = SettingBounds.wrong(Map.of(property, value)::get).orElseThrow();
        String said = LawBook.ofThisBuild().catalogue(Language.EN).say(wrong);
        assertTrue(said.contains(SettingBounds.environment(property)), said);
        assertFalse(said.contains("secret") || said.contains("{"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "plimsoll.cycles.every, off",
        "plimsoll.cycles.every, 1",
        "plimsoll.runs.every, 90m",
        "plimsoll.session.idle, 1d",
        "plimsoll.session.longest, P30D",
        "plimsoll.uploads.megabytes, 76",
        "plimsoll.cycles.second-window-until, 23:59:30",
        "quarkus.log.level, debug",
        "quarkus.http.host, localhost",
        "quarkus.datasource.jdbc.max-size, ${POOL}",
    })
    void whatIsWithinItsBoundsIsTaken(String property, String value) {
        assertEquals(Optional.empty(), SettingBounds.wrong(Map.of(property, value)::get));
    }

    @Test
    void singleSignOnNeedsItsProvider() {
        Map<String, String> settings = new TreeMap<>(Map.of("quarkus.oidc.tenant-enabled", "true"));
        for (String needed : List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.client-id")) {
            String said = SettingBounds.wrong(settings::get).orElseThrow().toString();
            assertTrue(said.contains(SettingBounds.environment(needed)), said);
            settings.put(needed, "x");
        }
        assertEquals(Optional.empty(), SettingBounds.wrong(settings::get));
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
