package io.plimsoll.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A class follows from figures and published cut-offs, and anybody can redo it. */
class SizeClassEvidenceTest {

    private static final SortedMap<SizeClass, BigDecimal> PUBLISHED =
            new TreeMap<>(Map.of(SizeClass.LARGE, new BigDecimal(300), SizeClass.MEDIUM, new BigDecimal("90.5")));
    private static final ClassCutoffs CUTOFFS = new ClassCutoffs(Map.of(MarketType.URBAN, PUBLISHED));

    private static Optional<SizeClassEvidence> classified(MarketType marketType, long... cartons) {
        List<MonthVolume> figures = new ArrayList<>();
        for (int month = 0; month < cartons.length; month++) {
            figures.add(new MonthVolume("2026-0" + (month + 1), cartons[month]));
        }
        return SizeClassEvidence.of("2026-11", marketType, figures, CUTOFFS, "autumn@0123456789ab");
    }

    private static SizeClass classOf(long... cartons) {
        return classified(MarketType.URBAN, cartons).orElseThrow().sizeClass();
    }

    @Test
    void aShopAtACutOffIsOfTheClassAndOneCartonBelowItIsNot() {
        assertEquals(SizeClass.LARGE, classOf(300));
        assertEquals(SizeClass.MEDIUM, classOf(299));
        assertEquals(SizeClass.MEDIUM, classOf(91));
        assertEquals(SizeClass.SMALL, classOf(90));
        assertEquals(SizeClass.SMALL, classOf(0));
    }

    @Test
    void theMeanCountsExactlyEvenWhereItIsNoDecimal() {
        assertEquals(SizeClass.LARGE, classOf(300, 300, 300));
        assertEquals(SizeClass.MEDIUM, classOf(300, 300, 299));
        assertEquals(SizeClass.MEDIUM, classOf(90, 91));
        assertEquals(SizeClass.SMALL, classOf(90, 90, 91));
        assertEquals(
                new BigDecimal("299.66"),
                classified(MarketType.URBAN, 300, 300, 299).orElseThrow().meanVolume());
    }

    @Test
    void withoutFiguresOrCutOffsNobodyIsClassified() {
        assertEquals(Optional.empty(), classified(MarketType.URBAN));
        assertEquals(Optional.empty(), classified(MarketType.RURAL, 500));
    }

    @Test
    void evidenceThatDoesNotLeadToItsClassCannotBeWrittenDown() {
        List<MonthVolume> figures = List.of(new MonthVolume("2026-09", 299));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SizeClassEvidence("2026-11", MarketType.URBAN, figures, PUBLISHED, "p", SizeClass.LARGE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SizeClassEvidence("2026-09", MarketType.URBAN, figures, PUBLISHED, "p", SizeClass.MEDIUM),
                "a class is not computed from the month that it holds for");
        List<MonthVolume> twice = List.of(new MonthVolume("2026-09", 299), new MonthVolume("2026-09", 299));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SizeClassEvidence("2026-11", MarketType.URBAN, twice, PUBLISHED, "p", SizeClass.MEDIUM));
        assertThrows(IllegalArgumentException.class, () -> new MonthVolume("2026-09", -1));
    }

    @Test
    void cutOffsThatDoNotFallFromClassToClassAreNone() {
        SortedMap<SizeClass, BigDecimal> level =
                new TreeMap<>(Map.of(SizeClass.LARGE, BigDecimal.TEN, SizeClass.MEDIUM, BigDecimal.TEN));
        assertThrows(IllegalArgumentException.class, () -> new ClassCutoffs(Map.of(MarketType.URBAN, level)));
        SortedMap<SizeClass, BigDecimal> small = new TreeMap<>(Map.of(SizeClass.SMALL, BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new ClassCutoffs(Map.of(MarketType.URBAN, small)));
    }

    @Test
    void aPolicyMayDoWithoutAMediumClass() {
        SortedMap<SizeClass, BigDecimal> large = new TreeMap<>(Map.of(SizeClass.LARGE, BigDecimal.TEN));
        ClassCutoffs two = new ClassCutoffs(Map.of(MarketType.URBAN, large));
        assertEquals(Optional.of(SizeClass.LARGE), two.classOf(MarketType.URBAN, BigDecimal.TEN));
        assertEquals(Optional.of(SizeClass.SMALL), two.classOf(MarketType.URBAN, BigDecimal.ONE));
    }
}
