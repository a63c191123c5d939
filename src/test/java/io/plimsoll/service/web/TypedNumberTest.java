package io.plimsoll.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people type is read the same way in every form. */
class TypedNumberTest {

    @Test
    void digitsAreANumberHoweverWide() {
        for (String typed : List.of("12", " 12 ", "１２", "　1２", "0000012")) {
            assertEquals(Optional.of(12), TypedNumber.of(typed), typed);
        }
        assertEquals("12", TypedNumber.plain("　１２ "));
    }

    @Test
    void nothingElseIs() {
        for (String typed : List.of("", "+5", "-0", "1.5", "1,000", "1e3", "٣", "00000005", "3箱")) {
            assertEquals(Optional.empty(), TypedNumber.of(typed), typed);
        }
        assertEquals(Optional.empty(), TypedNumber.of(null));
    }
}
