package io.plimsoll.service.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Draws bodies that somebody careless or hostile could send, out of one that is right. */
final class HostileBodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WRONG_AT_ONCE = 4;

    /** What no field of any kind should be, and some that only some may be. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e999",
            "99999999999999999999999",
            "2147483648",
            "-9223372036854775809",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"' OR 1=1 --\"",
            "\"=cmd()\"",
            "\"<script>alert(1)</script>\"",
            "\"../../etc/passwd\"",
            "\"\uD83D\uDE00\"",
            "\"2026-13-45\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-1\"",
            "\"NaN\"",
            "\"\u4E2D\u6587\"",
            "\"" + "x".repeat(300) + "\"",
            "\"" + "\u4E2D".repeat(5000) + "\"",
            "[]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "[null]",
            "{\"a\":{\"b\":null}}",
            "[\"a\",\"a\"]");

    private static final List<String> NO_BODIES = List.of(
            "",
            " ",
            "{",
            "[",
            "]",
            "nothing",
            "{\"a\":}",
            "\u0000",
            "[]",
            "null",
            "0",
            "\"text\"",
            "{}",
            "{\"unknown\":1}",
            "[".repeat(2000),
            "{\"a\":".repeat(2000));

    private final SplittableRandom random;

    HostileBodies(SplittableRandom random) {
        this.random = random;
    }

    /** At least so many bodies: first each field wrong in each way, then several at once. */
    List<String> of(JsonNode right, int atLeast) {
        List<String> bodies = new ArrayList<>(NO_BODIES);
        List<String> fields = new ArrayList<>();
        collect(right, "", fields);
        for (String field : fields) {
            bodies.add(changed(right, field, Place::remove));
            for (String odd : ODD) {
                bodies.add(changed(right, field, place -> place.set(odd)));
            }
        }
        while (bodies.size() < atLeast && !fields.isEmpty()) {
            JsonNode body = right.deepCopy();
            int wrong = 1 + (int) Long.remainderUnsigned(random.nextLong(), MOST_WRONG_AT_ONCE);
            for (int i = 0; i < wrong; i++) {
                String odd = one(ODD);
                change(body, one(fields), place -> place.set(odd));
            }
            bodies.add(body.toString());
        }
        return bodies;
    }

    private String one(List<String> of) {
        return of.get((int) Long.remainderUnsigned(random.nextLong(), of.size()));
    }

    private static void collect(JsonNode node, String path, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                fields.add(path + "/" + name);
                collect(object.get(name), path + "/" + name, fields);
            });
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            fields.add(path + "/0");
            collect(array.get(0), path + "/0", fields);
        }
    }

    private static String changed(JsonNode right, String field, Consumer<Place> change) {
        JsonNode body = right.deepCopy();
        change(body, field, change);
        return body.toString();
    }

    private static void change(JsonNode body, String field, Consumer<Place> change) {
        int last = field.lastIndexOf('/');
        JsonNode parent = body.at(field.substring(0, last));
        if (parent.isContainerNode()) {
            change.accept(new Place(parent, field.substring(last + 1)));
        }
    }

    /** A place in a body. Text that is no JSON is put in as it stands, so that numbers too large for Java survive. */
    private record Place(JsonNode parent, String name) {

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
                array.remove(0);
            }
        }

        void set(String raw) {
            JsonNode value = JSON.getNodeFactory().rawValueNode(new RawValue(raw));
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
                array.set(0, value);
            }
        }
    }
}
