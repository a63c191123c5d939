package io.plimsoll.service.web;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.message.Message;
import io.plimsoll.service.right.Viewer;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every page needs to know of the request it answers, and how it says things. Templates know it as {@code page}.
 */
@RequestScoped
public class Page {

    /** As many can be told apart and hit with a thumb, "more" included. */
    private static final int ON_A_PHONE = 5;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Asking asking;
    private final Languages languages;
    private final Words words;
    private final Forms forms;
    private final RoutingContext request;
    private final Navigation navigation;
    private final PresentCycle presentCycle;
    private final ReadableAddresses readable;
    private final ZoneId zone;

    Page(
            Asking asking,
            Languages languages,
            Words words,
            Forms forms,
            RoutingContext request,
            Navigation navigation,
            PresentCycle presentCycle,
            ReadableAddresses readable,
            WebSettings settings) {
        this.asking = asking;
        this.languages = languages;
        this.words = words;
        this.forms = forms;
        this.request = request;
        this.navigation = navigation;
        this.presentCycle = presentCycle;
        this.readable = readable;
        this.zone = settings.zone();
    }

    /** The page of the present request, for templates. */
    @TemplateGlobal
    static Page page() {
        return Arc.container().instance(Page.class).get();
    }

    public Language language() {
        return languages.ofRequest();
    }

    /** As {@code lang} of the page wants it. */
    public String lang() {
        return language() == Language.ZH ? "zh-CN" : "en";
    }

    public Catalogue catalogue() {
        return words.in(language());
    }

    /** A sentence without arguments. */
    public String say(String code) {
        return catalogue().say(code);
    }

    /** A sentence whose quantities, days and moments are written as elsewhere on the page. */
    public String say(Message message) {
        return catalogue().say(shown(message));
    }

    private Message shown(Message message) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        message.arguments().forEach((name, value) -> arguments.put(name, shown(name, value)));
        return new Message(message.code(), arguments);
    }

    /** Quantities are numbers in a message; keys, years and months are texts, and stay as they are. */
    private Object shown(String name, Object value) {
        if (value instanceof Message nested) {
            return shown(nested);
        }
        if (value instanceof Integer || value instanceof Long) {
            return number(value);
        }
        if (value instanceof Instant moment) {
            return moment(moment);
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        // A message that was kept as JSON has its day as text.
        boolean isDay = name.equals("day") && value instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d");
        return isDay ? day(LocalDate.parse((String) value)) : value;
    }

    /** A sentence with one argument. */
    public String say(String code, String name, Object value) {
        return catalogue().say(code, name, value);
    }

    /** A sentence with two arguments. */
    public String say(String code, String name, Object value, String name2, Object value2) {
        return catalogue().say(code, name, value, name2, value2);
    }

    /** A sentence with three arguments. */
    public String say(
            String code, String name, Object value, String name2, Object value2, String name3, Object value3) {
        return catalogue().say(code, name, value, name2, value2, name3, value3);
    }

    /** A sentence with four arguments. */
    public String say(
            String code,
            String name,
            Object value,
            String name2,
            Object value2,
            String name3,
            Object value3,
            String name4,
            Object value4) {
        return catalogue().say(code, name, value, name2, value2, name3, value3, name4, value4);
    }

    /** The word for a value of a kind, such as {@code role} and {@code PLANNER}. */
    public String word(String kind, Object value) {
        return catalogue().say(Message.of(kind + "." + value));
    }

    /** A whole number or decimal as this language writes it; blank for none. */
    public String number(Object number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(6);
        return format.format(number instanceof BigDecimal ? number : ((Number) number).doubleValue());
    }

    /** A number with so many decimals, noughts too, as this language writes it; blank for none. */
    public String number(BigDecimal number, int decimals) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A change: a whole number that always shows its sign, but for none. */
    public String signed(Object number) {
        String written = number(number);
        return ((Number) number).longValue() > 0 ? "+" + written : written;
    }

    /** A number of hundredths with its sign, as this language puts it; blank for none. */
    public String percent(Object number) {
        return number == null ? "" : number(number) + (language() == Language.ZH ? "%" : " %");
    }

    /** A day; blank for none. */
    public String day(LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(day);
    }

    /** A moment on the clocks of the business; blank for none. */
    public String moment(Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .withZone(zone)
                        .format(moment);
    }

    /** The zone in which moments are said. */
    public ZoneId zone() {
        return zone;
    }

    private Locale locale() {
        return language() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    }

    /** Who is signed in, or null. */
    public Viewer viewer() {
        return asking.viewer().orElse(null);
    }

    public boolean isSignedIn() {
        return asking.viewer().isPresent();
    }

    /**
     * What is said on every page of the present cycle.
     *
     * @param address where there is more
     */
    public record CycleLine(String words, String address) {}

    /** The present cycle, or null. */
    public CycleLine cycle() {
        return asking.viewer()
                .flatMap(presentCycle::of)
                .map(line -> new CycleLine(
                        say(line.sentence(), "cycle", line.cycle(), "until", moment(line.until())), line.address()))
                .orElse(null);
    }

    /** What every form of this page must carry in its field {@code csrf}. */
    public String csrf() {
        return forms.token();
    }

    /** A key that is used once: it lets a form that is sent twice be stored once. */
    public String once() {
        return Forms.random();
    }

    /** The address of this page within the service. */
    public String path() {
        return request.normalizedPath();
    }

    /** Where the switch of the language leads. */
    public String inOtherLanguage() {
        String other = language() == Language.ZH ? Language.EN.code() : Language.ZH.code();
        return "/language/" + other + "?back=" + URLEncoder.encode(toComeBackTo(), StandardCharsets.UTF_8);
    }

    /** This page; where it answers a form, the page that the form was on, since an answer can't be opened. */
    private String toComeBackTo() {
        if (READING.contains(request.request().method())) {
            return address();
        }
        String form = formPage();
        return form != null && readable.contain(form.replaceFirst("\\?.*", "")) ? form : readable.nearest(path());
    }

    /** The address within this service from which the browser says that it sends the form; null where it doesn't say. */
    private String formPage() {
        try {
            URI said = new URI(String.valueOf(request.request().getHeader("Referer")));
            boolean isOurs = said.getRawAuthority() != null
                    && said.getRawAuthority()
                            .equals(request.request().authority().toString());
            return !isOurs ? null : said.getRawPath() + (said.getRawQuery() == null ? "" : "?" + said.getRawQuery());
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** The address with its query, to come back to. */
    public String address() {
        String query = request.request().query();
        return query == null ? path() : path() + "?" + query;
    }

    /** This address with another value for one field of its query, and on its first page unless that is the field. */
    public String with(String field, Object value) {
        String query = request.request().query();
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.startsWith(field + "=") && !part.startsWith("page="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return path() + "?" + others + field + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** Where what this page lists is to be had as a table, in one of the ways in which data go out. */
    public String tableOf(String address, String format) {
        return address + with("format", format).substring(path().length());
    }

    /** Where the one who is signed in may go from here. */
    public List<Navigation.Place> places() {
        return asking.viewer().map(viewer -> navigation.of(viewer.role())).orElse(List.of());
    }

    /** Those of them that a phone shows at once. */
    public List<Navigation.Place> firstPlaces() {
        return places().stream().limit(beforeMore()).toList();
    }

    /** Those of them that a phone keeps behind "more". */
    public List<Navigation.Place> morePlaces() {
        return places().stream().skip(beforeMore()).toList();
    }

    private int beforeMore() {
        int all = places().size();
        return all <= ON_A_PHONE ? all : ON_A_PHONE - 1;
    }

    /** Whether this page is at one of those behind "more". */
    public boolean isInMore() {
        return morePlaces().stream().anyMatch(place -> isAt(place.address()));
    }

    /** Whether a place of the navigation is where this page is. */
    public boolean isAt(String address) {
        return path().equals(address) || (!address.equals("/") && path().startsWith(address + "/"));
    }
}
