package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of a table is what its reader asks for. */
class TableShapeTest {

    private static TableShape.Column column(String file, String name) {
        return TableShape.of(file, true).columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(TableShape.Column column) {
        return Catalogue.of(Language.EN, Map.of()).say(column.expected().orElseThrow());
    }

    @Test
    void saysOfAColumnWhetherItMustBeThereAndWhatItMayHold() {
        assertEquals(List.of("sku", "supply", "forecast"), names("supply.csv"));
        assertEquals(
                List.of("retailer", "sku", "kind"),
                TableShape.of("came_back.csv", true).key());
        TableShape.Column supply = column("supply.csv", "supply");
        assertTrue(supply.required() && supply.mayBeBlank());
        assertTrue(said(supply).contains("a whole number from 0 to"), said(supply));
        assertEquals("Expected: one of RETURNED, PAYMENT_FAILED.", said(column("came_back.csv", "kind")));
        assertEquals("Expected: one of LARGE, MEDIUM, SMALL.", said(column("retailers.csv", "size_class")));
        assertFalse(column("retailers.csv", "phone").required());
        assertFalse(column("retailers.csv", "retailer").mayBeBlank());
        assertTrue(column("retailers.csv", "retailer").expected().isEmpty(), "any name");
    }

    private static List<String> names(String file) {
        return TableShape.of(file, true).columns().stream()
                .map(TableShape.Column::name)
                .toList();
    }

    @Test
    void everyTableThatComesInHasOne() {
        for (String file : CycleFolder.TABLES) {
            assertFalse(TableShape.of(file, false).columns().isEmpty(), file);
        }
    }

    @Test
    void ofAMisspeltHeaderTheUnknownColumnAndTheMissingOneAreSaidAtOnce() {
        String said = Catalogue.of(Language.EN, Map.of())
                .say(io.plimsoll.message.Message.of("EXPECTED_COLUMNS_MISSING", "columns", "a, b", "missing", "b"));
        assertTrue(said.contains("missing is: b"), said);
    }
}
