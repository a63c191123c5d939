package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused.FieldError;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A form as it is shown: what stands in its fields, and what is wrong with what was sent.
 *
 * @param values by field
 * @param reason why it was not done as a whole; null where nothing was refused
 * @param errors of single fields
 */
public record Filled(Map<String, String> values, Message reason, List<FieldError> errors) {

    /** A form nobody has sent yet. */
    public static Filled with(Map<String, String> values) {
        return new Filled(values, null, List.of());
    }

    /** What was sent, with the reasons why it was refused. */
    public static Filled refused(Map<String, String> sent, Refused refused) {
        return new Filled(sent, refused.reason(), refused.fieldErrors());
    }

    /** Takes names and values in turn; null becomes blank. */
    public static Map<String, String> fields(Object... namesAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.put((String) namesAndValues[i], value == null ? "" : value.toString());
        }
        return fields;
    }

    /**
     * Shows a form again that was refused, with what was typed; what has nothing to do with the form goes on its way.
     *
     * @param form the page, made of what was sent
     */
    public static Response again(Refused refused, Supplier<TemplateInstance> form) {
        return switch (refused.problem()) {
            case INVALID, CONFLICT, STALE ->
                Response.status(refused.problem().status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(form.get())
                        .build();
            default -> throw refused;
        };
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a field holds a value, for lists to choose from. */
    public boolean has(String field, Object value) {
        return value(field).equals(value.toString());
    }

    /** What is wrong with a field, or null. */
    public Message error(String field) {
        return errors.stream()
                .filter(each -> each.field().equals(field))
                .map(FieldError::reason)
                .findFirst()
                .orElse(null);
    }
}
