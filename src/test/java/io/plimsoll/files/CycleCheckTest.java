package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is wrong with the tables of a cycle, and nothing that is only wrong because of something else. */
class CycleCheckTest {

    @TempDir
    Path folder;

    private List<String> errors(SmallFolder small) {
        return check(small).wholeCycle().stream()
                .flatMap(report -> report.errors().stream())
                .map(CycleCheckTest::inShort)
                .toList();
    }

    private CycleCheck check(SmallFolder small) {
        return new CycleCheck(small.writeTo(folder), Map.of(), Set.of(), Objections.NONE);
    }

    private TableReport report(SmallFolder small, String file) {
        return report(check(small), file);
    }

    private static TableReport report(CycleCheck check, String file) {
        return check.wholeCycle().stream()
                .filter(report -> report.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static String inShort(BadInput bad) {
        return bad.file() + ":" + bad.line() + ":" + bad.column() + ":" + bad.value() + " "
                + bad.expected().code();
    }

    static List<BadInputCases.Case> cases() {
        return BadInputCases.all().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatReadingStopsAt(BadInputCases.Case each) {
        BadInputCases.Where where = each.expected();
        String expected =
                where.file() + ":" + where.line() + ":" + where.column() + ":" + where.value() + " " + where.code();
        List<String> errors = errors(each.folder());
        assertTrue(errors.contains(expected), () -> expected + " is not among " + errors);
    }

    @Test
    void findsNothingInAGoodFolder() {
        SmallFolder full = FullPolicy.folder()
                .alter("policy/launches.csv", "S3,", "S9,2026-10-05\nS3,")
                .put("policy/unsold_skus.csv", "sku\nS9\n");
        List<TableReport> reports = check(full).wholeCycle();
        assertEquals(CycleFolder.FILES, reports.stream().map(TableReport::file).toList());
        assertTrue(reports.stream().allMatch(TableReport::isGood));
    }

    @Test
    void missesNoTableThatMayBeMissing() {
        List<TableReport> reports = check(new SmallFolder()
                        .without("policy/policy.csv")
                        .without("policy/alerts.csv")
                        .without("submissions.csv"))
                .wholeCycle();
        assertTrue(reports.stream().allMatch(TableReport::isGood));
    }

    @Test
    void tellsHowManyRowsThereAreAndShowsTheFirst() {
        TableReport orders = report(new SmallFolder(), "orders.csv");
        assertEquals(6, orders.rows());
        assertEquals(List.of("retailer", "rank", "sku", "demand"), orders.columns());
        assertEquals(List.of("R1", "2", "S3", "20"), orders.firstRows().get(1));
    }

    @Test
    void findsEveryErrorOfEveryFileByRow() {
        SmallFolder small = new SmallFolder()
                .alter("cycle.csv", ",2,4", ",5,4")
                .alter("policy/floats.csv", "MEDIUM,7.5", "MEDIUM,750")
                .alter("retailers.csv", "R2,CM1,SMALL,RURAL,ACTIVE,40", "R2,,SMALL,RURALISH,ACTIVE,-40")
                .alter("skus.csv", "S2,Pine,TIER_2", "S2,Pine,TIER_9")
                .alter("orders.csv", "R1,7,S2,15", "R9,7,S9,15.5")
                .alter("orders.csv", "R2,3,S4,6", "R2,1,S1,6")
                .alter("submissions.csv", "R2,ASSISTED", "R8,BY PHONE");
        assertEquals(
                List.of(
                        "cycle.csv:2:number:5 EXPECTED_WHOLE_NUMBER",
                        "policy/floats.csv:3:percent:750 EXPECTED_DECIMAL",
                        "retailers.csv:3:manager: EXPECTED_NOT_BLANK",
                        "retailers.csv:3:market_type:RURALISH EXPECTED_ONE_OF",
                        "retailers.csv:3:agreed_total:-40 EXPECTED_WHOLE_NUMBER",
                        "skus.csv:3:tier:TIER_9 EXPECTED_ONE_OF",
                        "orders.csv:4:retailer:R9 EXPECTED_KNOWN_RETAILER",
                        "orders.csv:4:sku:S9 EXPECTED_KNOWN_SKU",
                        "orders.csv:4:demand:15.5 EXPECTED_WHOLE_NUMBER",
                        "orders.csv:6:rank:1 EXPECTED_ONCE",
                        "orders.csv:6:sku:S1 EXPECTED_ONCE",
                        "submissions.csv:3:retailer:R8 EXPECTED_KNOWN_RETAILER",
                        "submissions.csv:3:channel:BY PHONE EXPECTED_ONE_OF"),
                errors(small));
    }

    @Test
    void callsNobodyUnknownWhoseOwnRowIsBad() {
        SmallFolder badKey = new SmallFolder().alter("retailers.csv", "R2,CM1", " R2,CM1");
        assertEquals(List.of("retailers.csv:3:retailer: R2 EXPECTED_NO_SPACES_AROUND"), errors(badKey));
        SmallFolder badShape = new SmallFolder().alter("skus.csv", "S1,Pine,TIER_1", "S1,Pine,,TIER_1");
        assertEquals(List.of("skus.csv:2:: EXPECTED_FIELDS"), errors(badShape));
        SmallFolder badClass = new SmallFolder().alter("policy/weights.csv", "LARGE,4", "LARGE,0");
        assertEquals(List.of("policy/weights.csv:2:weight:0 EXPECTED_WHOLE_NUMBER"), errors(badClass));
    }

    @Test
    void callsNobodyUnknownWhereTheRegisterIsMissingOrBreaksOff() {
        assertEquals(List.of("skus.csv:0:: EXPECTED_FILE"), errors(new SmallFolder().without("skus.csv")));
        SmallFolder openQuote = new SmallFolder().alter("retailers.csv", "R2,CM1", "R2,\"CM1");
        assertEquals(List.of("retailers.csv:3:: EXPECTED_CLOSED_QUOTES"), errors(openQuote));
        SmallFolder noHeader = new SmallFolder().alter("retailers.csv", "retailer,manager", "retailer,mangager");
        assertEquals(List.of("retailers.csv:1:mangager: EXPECTED_COLUMNS_MISSING"), errors(noHeader));
    }

    @Test
    void listsTheFirstThousandErrorsOfATableAndCountsTheOthers() {
        StringBuilder orders = new StringBuilder("retailer,rank,sku,demand\n");
        for (int i = 0; i < 1_500; i++) {
            orders.append("R1,x,S1,y\n");
        }
        SmallFolder small = new SmallFolder().put("orders.csv", orders.toString());
        TableReport report = report(small, "orders.csv");
        assertEquals(1_000, report.errors().size());
        assertEquals(2_000, report.unlisted());
        assertEquals(1_500, report.rows());
    }

    @Test
    void givesUpATableWithMoreRowsThanThereAreRetailersAnywhere() {
        StringBuilder skus = new StringBuilder("sku,brand,tier,status,supply,forecast\n");
        for (int i = 0; i < 500_000; i++) {
            skus.append("S").append(i).append(",B,TIER_3,OPEN,,\n");
        }
        skus.append("S1,B,TIER_9,OPEN,,\n");
        TableReport report = check(new SmallFolder().put("skus.csv", skus.toString()))
                .tables(List.of("skus.csv"), Known.NOTHING)
                .get(0);
        assertEquals(1, report.errors().size());
        assertEquals("EXPECTED_FEWER_LINES", report.errors().get(0).expected().code());
        assertTrue(report.rows() > 350_000, () -> "rows " + report.rows());
    }

    @Test
    void judgesATableAloneAgainstWhatIsKnown() {
        CycleCheck check = check(new SmallFolder().alter("orders.csv", "R3,1,S2", "R7,1,S7"));
        Register retailers = Register.of(Set.of("R1", "R2", "R3"));
        Known known = new Known(retailers, Register.UNREAD, Register.UNREAD, Register.UNREAD, Register.UNREAD);
        assertEquals(
                List.of("orders.csv:7:retailer:R7 EXPECTED_KNOWN_RETAILER"),
                check.tables(List.of("orders.csv"), known).get(0).errors().stream()
                        .map(CycleCheckTest::inShort)
                        .toList());
        assertTrue(check.tables(List.of("orders.csv"), Known.NOTHING).get(0).isGood());
    }

    @Test
    void judgesWhomAClassServesOfARegisterAlone() {
        CycleCheck check = check(new SmallFolder());
        Known known = new Known(
                Register.UNREAD,
                Register.UNREAD,
                Register.UNREAD,
                Register.of(Set.of("LARGE", "SMALL")),
                Register.of(Set.of("LARGE", "MEDIUM")));
        assertEquals(
                List.of(3L, 4L, 5L),
                check.tables(List.of("retailers.csv"), known).get(0).errors().stream()
                        .map(BadInput::line)
                        .toList());
    }

    @Test
    void countsRowsInsteadOfLinesWhereATableCameAsASheet() {
        SmallFolder small = new SmallFolder()
                .alter("retailers.csv", "\"Corner, east\"", "\"Corner,\n\neast\"")
                .alter("retailers.csv", "R4,CM2,SMALL", "R4,CM2,TINY");
        CycleCheck check = new CycleCheck(small.writeTo(folder), Map.of(), Set.of("retailers.csv"), Objections.NONE);
        assertEquals(5, report(check, "retailers.csv").errors().get(0).line());
        assertEquals(7, report(small, "retailers.csv").errors().get(0).line());
    }
}
