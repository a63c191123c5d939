package io.plimsoll.lawbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Proposal;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.fact.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of a rule's {@code cases.csv}.
 *
 * @param name what the case shows, in words
 * @param fact what the rules are asked about
 * @param expected what this rule answers, for example {@code PERIOD_CEILING 330} or {@code CRITICAL ABOVE_DEMAND};
 *     {@code -} where it answers nothing
 */
record RuleCase(String name, Fact fact, String expected) {

    static List<RuleCase> read(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new RuleCase(
                            row.getField("case"),
                            fact(row.getField("fact"), row.getField("given")),
                            row.getField("expected")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the rules with these codes answer. */
    String answer(RuleBook rules, Set<String> codes) {
        rules.ask(List.of(fact));
        String answers = fact.proposals().answers().stream()
                .filter(answer -> codes.contains(answer.code()))
                .map(RuleCase::inWords)
                .sorted()
                .collect(Collectors.joining("; "));
        return answers.isEmpty() ? "-" : answers;
    }

    private static String inWords(Proposal answer) {
        if (answer instanceof Proposal.Ceiling ceiling) {
            return ceiling.code() + " " + ceiling.wholeLimit();
        }
        return ((Proposal.Finding) answer).severity() + " " + answer.code();
    }

    /** A fact with the fields that are given; a field that isn't is 0, blank or false. */
    private static Fact fact(String type, String given) {
        Map<String, String> values = new HashMap<>();
        for (String pair : given.split(";\\s*")) {
            int sign = pair.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("given: expected field=value; field=value, found \"" + given + "\"");
            }
            values.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        Class<? extends Fact> kind = Facts.ALL.stream()
                .filter(each -> each.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fact is called " + type));
        RecordComponent[] fields = kind.getRecordComponents();
        Object[] arguments = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            arguments[i] = value(fields[i].getType(), values.remove(fields[i].getName()));
        }
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(type + " has no field " + values.keySet());
        }
        try {
            Constructor<?> constructor = kind.getDeclaredConstructors()[0];
            return (Fact) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == Proposals.class) {
            return new Proposals();
        }
        if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        }
        if (type == BigDecimal.class) {
            return text == null ? BigDecimal.ZERO : new BigDecimal(text);
        }
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
