package io.plimsoll.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What people type finds what they mean. */
class LooselyTest {

    @Test
    void blanksAndTheWidthOfBracketsDoNotMatter() {
        for (String typed : new String[] {"岫檐 软", "岫檐(软)", "岫檐\u3000软", " 岫檐（软） ", "岫檐【软】", "岫檐软"}) {
            assertEquals(Loosely.of("岫檐（软）"), Loosely.of(typed), typed);
        }
    }

    @Test
    void caseWidthAndAccentsDoNotMatter() {
        assertEquals("te-03", Loosely.of("ＴＥ－０３"));
        assertEquals(Loosely.of("Café"), Loosely.of("CAFE"));
    }

    @Test
    void otherNamesStayOthers() {
        assertNotEquals(Loosely.of("澄笺（金）"), Loosely.of("澄笺（银）"));
        assertNotEquals(Loosely.of("TE-03"), Loosely.of("TE-3"));
    }
}
