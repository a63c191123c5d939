package io.plimsoll.finding;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.text.CodePoints;
import io.plimsoll.text.NamedValues;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * What a rule raised: a lead with its evidence, not a verdict on a person.
 *
 * @param rule id of the rule
 * @param policy version of the policy it was judged under
 * @param subject whom or what it is about
 * @param code key of the sentence that explains it
 * @param evidence the figures that went in, by name
 */
public record Finding(
        String rule, String policy, Severity severity, String subject, String code, Map<String, Object> evidence) {

    /** The order of findings.csv: column by column, by code points. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule, CodePoints.ORDER)
            .thenComparing(finding -> finding.severity().name(), CodePoints.ORDER)
            .thenComparing(Finding::subject, CodePoints.ORDER)
            .thenComparing(Finding::evidenceText, CodePoints.ORDER);

    /**
     * The evidence as one text: {@code code=ABOVE_DEMAND; limit=3; granted=4}. In a value, the characters % ; = and line
     * breaks are written as % and two hexadecimal digits, so the text can be taken apart again.
     */
    public String evidenceText() {
        StringBuilder text = new StringBuilder("code=").append(code);
        evidence.forEach(
                (name, value) -> text.append("; ").append(name).append('=').append(NamedValues.escape(plain(value))));
        return text.toString();
    }

    /** The finding as something to be said. */
    public Message message() {
        return new Message(code, evidence);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
