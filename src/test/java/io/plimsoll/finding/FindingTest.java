package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.rule.Severity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How findings are written down: the same every time, in one order, and so that they can be read back. */
class FindingTest {

    private static final List<String> ODD_NAMES = List.of(
            "A; limit=9",
            "=",
            ";",
            "100 %",
            "%3B",
            "a\r\nb",
            " padded ",
            "",
            "name=B; code=NONE",
            "\"quoted\", with a comma",
            "𠀀店");

    private static Finding finding(String rule, Severity severity, String subject, Map<String, Object> evidence) {
        return new Finding(rule, "policy", severity, subject, "CODE", evidence);
    }

    @Test
    void evidenceReadsAsNamesAndValuesBehindTheCode() {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("retailer", "A");
        evidence.put("limit", new BigDecimal("3"));
        evidence.put("median", new BigDecimal("2E+1"));
        evidence.put("known", true);
        assertEquals(
                "code=CODE; retailer=A; limit=3; median=20; known=true",
                finding("D19", Severity.CRITICAL, "A", evidence).evidenceText());
    }

    @Test
    void evidenceCanBeTakenApartAgainWhateverTheNamesAre() {
        for (String retailer : ODD_NAMES) {
            for (String sku : ODD_NAMES) {
                Map<String, Object> evidence = new LinkedHashMap<>();
                evidence.put("retailer", retailer);
                evidence.put("sku", sku);
                String text = finding("R17", Severity.CRITICAL, "x", evidence).evidenceText();
                assertEquals(Map.of("code", "CODE", "retailer", retailer, "sku", sku), takenApart(text), text);
                assertEquals(-1, text.indexOf('\n'), "one line");
            }
        }
    }

    /** Reads evidence as any program would: by {@code "; "}, by the first {@code =}, then % and two digits. */
    private static Map<String, String> takenApart(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split("; ", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), unescaped(part.substring(equals + 1)));
        }
        return parts;
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '%') {
                byte[] one = {(byte) Integer.parseInt(value.substring(i + 1, i + 3), 16)};
                text.append(new String(one, StandardCharsets.US_ASCII));
                i += 2;
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }

    @Test
    void findingsAreSortedAsTextColumnByColumnByCodePoints() {
        List<Finding> sorted = List.of(
                finding("D19", Severity.CRITICAL, "a", Map.of()),
                finding("R10", Severity.WARNING, "a", Map.of()),
                finding("R2", Severity.CRITICAL, "z", Map.of()),
                finding("R2", Severity.WARNING, "a", Map.of("x", "1")),
                finding("R2", Severity.WARNING, "a", Map.of("x", "2")),
                finding("R2", Severity.WARNING, "\uFF21", Map.of()),
                finding("R2", Severity.WARNING, "\uD840\uDC00", Map.of()));
        List<Finding> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(sorted, shuffled.stream().sorted(Finding.ORDER).toList());
    }

    @Test
    void theSameGrantsAreJudgedTheSameWhateverTheOrderOfStrays() {
        List<String> known = List.of("B", "C", "D", "E");
        List<String> names = new ArrayList<>(ODD_NAMES);
        names.addAll(known);
        List<Finding> first = audited(names);
        assertEquals(ODD_NAMES.size() + 2 * known.size() + 1, first.size(), first.toString());
        assertEquals(first, audited(names), "judged twice");
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(names, new Random(seed));
            assertEquals(first, audited(names));
        }
    }

    /** A carton of Y for each of these: unknown names, and peers who ordered something else and have no room. */
    private static List<Finding> audited(List<String> strays) {
        Town town = new Town().sku("X", 7).sku("Y", 100);
        for (String shop : List.of("B", "C", "D", "E")) {
            town.shop(shop, 0, 0).order(shop, "X", 3);
        }
        TamperedGrants grants = town.shared().grant("C", "X", 4);
        strays.forEach(name -> grants.grant(name, "Y", 1));
        return grants.audit().findings();
    }
}
