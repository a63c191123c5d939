package io.plimsoll.service;

import io.plimsoll.generation.CountyPlan;
import io.plimsoll.message.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What settings may be. It is looked at before anything is started: what the container says of a wrong value, it says late,
 * and some nonsense it takes for a wish. {@code docs/settings.md} has the same bounds, and {@code SettingsTest} holds them
 * together.
 */
public final class SettingBounds {

    private static final List<String> LEVELS =
            List.of("OFF", "FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String HOST = "quarkus.http.host";
    private static final String SIGN_ON = "quarkus.oidc.tenant-enabled";

    private static final Bound YES_OR_NO = new Bound("true, false", value -> value.matches("(?i)true|false"));

    private static final Map<String, Bound> BOUNDS = new LinkedHashMap<>();

    static {
        BOUNDS.put(URL, new Bound("jdbc:mysql://...", value -> value.startsWith("jdbc:mysql")));
        BOUNDS.put("quarkus.datasource.jdbc.max-size", whole(2, 1000));
        BOUNDS.put("quarkus.datasource.jdbc.acquisition-timeout", duration("PT1S", "PT5M"));
        BOUNDS.put("quarkus.http.proxy.proxy-address-forwarding", YES_OR_NO);
        BOUNDS.put("quarkus.shutdown.timeout", duration("PT1S", "PT10M"));
        BOUNDS.put(
                "quarkus.log.level",
                new Bound(String.join(", ", LEVELS), value -> LEVELS.contains(value.toUpperCase(Locale.ROOT))));
        BOUNDS.put(SIGN_ON, YES_OR_NO);
        BOUNDS.put("quarkus.oidc.authentication.force-redirect-https-scheme", YES_OR_NO);
        BOUNDS.put("plimsoll.business.zone", new Bound("Asia/Shanghai, ...", value -> ZoneId.of(value) != null));
        BOUNDS.put("plimsoll.session.idle", duration("PT1M", "P30D"));
        BOUNDS.put("plimsoll.session.longest", duration("PT1M", "P30D"));
        BOUNDS.put(
                "plimsoll.cycles.second-window-until",
                new Bound("00:00 ... 23:59", value -> LocalTime.parse(value) != null));
        BOUNDS.put("plimsoll.cycles.every", every());
        BOUNDS.put("plimsoll.runs.every", every());
        BOUNDS.put("plimsoll.ledger.every", every());
        BOUNDS.put("plimsoll.ledger.anchor.every", every());
        BOUNDS.put(
                "plimsoll.ledger.anchor.url",
                new Bound("https://..., http://...", value -> value.matches("https?://.+")));
        BOUNDS.put("plimsoll.leads.due-days", whole(1, 366));
        BOUNDS.put("plimsoll.leads.every", every());
        BOUNDS.put("plimsoll.quotas.answer-days", whole(1, 60));
        BOUNDS.put("plimsoll.quotas.judge-every", every());
        BOUNDS.put("plimsoll.uploads.keep", duration("PT1M", "P365D"));
        BOUNDS.put("plimsoll.uploads.megabytes", whole(1, 76));
        BOUNDS.put("plimsoll.uploads.at-once", whole(1, 64));
        BOUNDS.put("plimsoll.demo.enabled", YES_OR_NO);
        BOUNDS.put("plimsoll.demo.retailers", whole(1, CountyPlan.MOST_RETAILERS));
        BOUNDS.put("plimsoll.demo.skus", whole(1, CountyPlan.MOST_SKUS));
        BOUNDS.put("plimsoll.demo.seed", whole(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private SettingBounds() {}

    /** @param expected what is taken, as it is written; the same in every language */
    private record Bound(String expected, Predicate<String> takes) {

        boolean holds(String value) {
            try {
                return takes.test(value);
            } catch (IllegalArgumentException | DateTimeException isNone) {
                return false;
            }
        }
    }

    /** What may be given, by the property; what is not in it may be anything. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        BOUNDS.forEach((property, bound) -> all.put(property, bound.expected()));
        return all;
    }

    /** The name that a setting has in the environment. */
    public static String environment(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /**
     * Why the service cannot be started with these settings, if so.
     *
     * @param settings the value of a property, or null
     */
    public static Optional<Message> wrong(Function<String, String> settings) {
        for (Map.Entry<String, Bound> each : BOUNDS.entrySet()) {
            String value = settings.apply(each.getKey());
            // What refers to another setting is for the container to read.
            if (value != null && !value.contains("${") && !each.getValue().holds(value.strip())) {
                return Optional.of(wrong(each.getKey(), value, each.getValue().expected()));
            }
        }
        return wrongHost(settings.apply(HOST)).or(() -> signOnWithoutProvider(settings));
    }

    /** The address of a database may hold a password: it is not said again. */
    private static Message wrong(String property, String value, String expected) {
        String setting = environment(property);
        return property.equals(URL)
                ? Message.of("SERVE_NOT_MYSQL", "setting", setting, "expected", expected)
                : Message.of("SERVE_SETTING_WRONG", "setting", setting, "value", value, "expected", expected);
    }

    private static Optional<Message> wrongHost(String host) {
        try {
            if (host != null) {
                InetAddress.getByName(host.strip());
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of(Message.of("SERVE_HOST_UNKNOWN", "setting", environment(HOST), "value", host));
        }
    }

    private static Optional<Message> signOnWithoutProvider(Function<String, String> settings) {
        if (!"true".equalsIgnoreCase(settings.apply(SIGN_ON))) {
            return Optional.empty();
        }
        return List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.client-id").stream()
                .filter(needed ->
                        settings.apply(needed) == null || settings.apply(needed).isBlank())
                .findFirst()
                .map(missing -> Message.of(
                        "SERVE_SETTING_MISSING", "setting", environment(SIGN_ON), "missing", environment(missing)));
    }

    private static Bound whole(long from, long to) {
        return new Bound(from + " ... " + to, value -> {
            long number = Long.parseLong(value);
            return number >= from && number <= to;
        });
    }

    private static Bound duration(String from, String to) {
        Duration least = Duration.parse(from);
        Duration most = Duration.parse(to);
        return new Bound(from + " ... " + to, value -> {
            Duration given = duration(value);
            return given.compareTo(least) >= 0 && given.compareTo(most) <= 0;
        });
    }

    private static Bound every() {
        Bound duration = duration("PT1S", "P1D");
        return new Bound("off, " + duration.expected(), value -> value.equals("off") || duration.holds(value));
    }

    /** As the container reads one: {@code PT2H}, or a number with its unit, which is seconds if none is said. */
    private static Duration duration(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (upper.matches("[0-9]+MS")) {
            return Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
        }
        if (upper.matches("[0-9]+")) {
            return Duration.ofSeconds(Long.parseLong(upper));
        }
        if (upper.matches("[0-9]+D")) {
            return Duration.parse("P" + upper);
        }
        return Duration.parse(upper.matches("[0-9].*") ? "PT" + upper : upper);
    }
}
