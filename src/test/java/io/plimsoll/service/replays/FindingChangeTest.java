package io.plimsoll.service.replays;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.replays.FindingChange.Kind;
import io.plimsoll.service.replays.FindingChange.Raised;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings of two policies: what is the same, what appears, vanishes or has other figures. */
class FindingChangeTest {

    private static final Raised LEFT = raised("R10", "WARNING", "S-1", "left=3");

    @Test
    void theSameFindingsDoNotChange() {
        assertEquals(List.of(), FindingChange.between(List.of(LEFT, LEFT), List.of(LEFT, LEFT)));
        assertEquals(List.of(), FindingChange.between(List.of(), List.of()));
    }

    @Test
    void oneMoreAppearsAndOneLessVanishes() {
        Raised other = raised("R5", "WARNING", "SMALL/RURAL/1", "");
        assertEquals(
                List.of(new FindingChange(Kind.APPEARS, other, null)),
                FindingChange.between(List.of(LEFT), List.of(LEFT, other)));
        assertEquals(
                List.of(new FindingChange(Kind.VANISHES, other, null)),
                FindingChange.between(List.of(LEFT, other), List.of(LEFT)));
        assertEquals(
                List.of(new FindingChange(Kind.APPEARS, LEFT, null)),
                FindingChange.between(List.of(LEFT), List.of(LEFT, LEFT)),
                "raised twice it is not the same as once");
    }

    @Test
    void otherFiguresOfTheSameFindingAreAChangeOfIt() {
        Raised more = raised("R10", "WARNING", "S-1", "left=9");
        assertEquals(
                List.of(new FindingChange(Kind.CHANGES, more, "left=3")),
                FindingChange.between(List.of(LEFT), List.of(more)));
        Raised graver = raised("R10", "CRITICAL", "S-1", "left=3");
        assertEquals(
                List.of(new FindingChange(Kind.CHANGES, graver, "left=3")),
                FindingChange.between(List.of(LEFT), List.of(graver)));
    }

    @Test
    void whatIsSaidOfAnotherSubjectIsAnotherFinding() {
        Raised elsewhere = raised("R10", "WARNING", "S-2", "left=3");
        assertEquals(
                List.of(new FindingChange(Kind.APPEARS, elsewhere, null), new FindingChange(Kind.VANISHES, LEFT, null)),
                FindingChange.between(List.of(LEFT), List.of(elsewhere)));
    }

    private static Raised raised(String rule, String severity, String subject, String evidence) {
        return new Raised(rule, severity, subject, "CODE", evidence);
    }
}
