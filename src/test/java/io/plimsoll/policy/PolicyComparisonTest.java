package io.plimsoll.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.policy.CellChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs between two policies is named cell by cell, and nothing else is. */
class PolicyComparisonTest {

    private static PolicySheet floats(String... rows) {
        return sheet("floats.csv", List.of("size_class", "percent"), 1, rows);
    }

    private static PolicySheet pacing(String... rows) {
        return sheet("pacing.csv", List.of("burst", "reserve", "exempt"), 0, rows);
    }

    private static PolicySheet sheet(String name, List<String> columns, int keys, String... rows) {
        List<List<String>> cells =
                List.of(rows).stream().map(row -> List.of(row.split(",", -1))).toList();
        return new PolicySheet(name, columns, keys, cells);
    }

    private static PolicyComparison compared(List<PolicySheet> before, List<PolicySheet> after) {
        return PolicyComparison.of("a@1", before, "b@2", after);
    }

    @Test
    void equalPoliciesDifferInNothing() {
        List<PolicySheet> sheets = List.of(floats("LARGE,10", "SMALL,15"), pacing("0.3,0.5,20"));
        PolicyComparison none = compared(sheets, sheets);
        assertTrue(none.isEqual());
        assertEquals(Map.of(), none.byTable());
    }

    @Test
    void everyCellThatDiffersIsNamedInTheOrderOfTablesKeysAndColumns() {
        PolicyComparison comparison = compared(
                List.of(floats("LARGE,10", "MEDIUM,8"), pacing("0.3,0.5,20")),
                List.of(floats("LARGE,12", "SMALL,15"), pacing("0.3,0.6,30")));
        assertEquals(
                List.of(
                        change("floats.csv", Map.of("size_class", "LARGE"), "percent", "10", "12"),
                        change("floats.csv", Map.of("size_class", "MEDIUM"), "percent", "8", null),
                        change("floats.csv", Map.of("size_class", "SMALL"), "percent", null, "15"),
                        change("pacing.csv", Map.of(), "reserve", "0.5", "0.6"),
                        change("pacing.csv", Map.of(), "exempt", "20", "30")),
                comparison.changes());
        assertEquals(1, comparison.count(Kind.ADDED));
        assertEquals(1, comparison.count(Kind.REMOVED));
        assertEquals(3, comparison.count(Kind.CHANGED));
        assertEquals(
                List.of("floats.csv", "pacing.csv"),
                List.copyOf(comparison.byTable().keySet()));
    }

    @Test
    void aBlankCellIsSomethingElseThanARowThatIsNotThere() {
        PolicyComparison comparison = compared(List.of(floats()), List.of(floats("LARGE,")));
        assertEquals(Kind.ADDED, comparison.changes().get(0).kind());
        assertEquals(Optional.of(""), comparison.changes().get(0).after());
        assertEquals(
                Kind.CHANGED,
                compared(List.of(floats("LARGE,3")), List.of(floats("LARGE,")))
                        .changes()
                        .get(0)
                        .kind());
    }

    @Test
    void theOtherWayRoundAddedIsRemoved() {
        List<PolicySheet> one = List.of(floats("LARGE,10"), pacing());
        List<PolicySheet> two = List.of(floats("LARGE,9", "SMALL,1"), pacing("0,1,2"));
        PolicyComparison there = compared(one, two);
        PolicyComparison back = compared(two, one);
        assertEquals(there.count(Kind.ADDED), back.count(Kind.REMOVED));
        assertEquals(4, there.count(Kind.ADDED));
        assertEquals(there.count(Kind.CHANGED), back.count(Kind.CHANGED));
    }

    @Test
    void tablesThatAreNotTheSameAreNotPutBesideEachOther() {
        assertThrows(IllegalArgumentException.class, () -> compared(List.of(floats()), List.of(pacing())));
        assertThrows(IllegalArgumentException.class, () -> compared(List.of(floats()), List.of()));
    }

    @Test
    void theTextOfAKeyCanBeTakenApartAgain() {
        CellChange odd = change("t.csv", Map.of("sku", "50%; a=b"), "ceiling", "", "1");
        assertEquals("sku=50%25%3B a%3Db", odd.keyText());
        assertThrows(IllegalArgumentException.class, () -> change("t.csv", Map.of(), "ceiling", "1", "1"));
    }

    private static CellChange change(
            String table, Map<String, String> key, String column, String before, String after) {
        return new CellChange(table, key, column, Optional.ofNullable(before), Optional.ofNullable(after));
    }
}
