package io.plimsoll.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One thing wrong at a time, and what must be said about it. */
final class BadInputCases {

    /** What an error says. */
    record Where(String file, long line, String column, String value, String code) {}

    /** A folder with one thing wrong. */
    record Case(String name, SmallFolder folder, Where expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private BadInputCases() {}

    static Stream<Case> all() {
        BadInputCases table = new BadInputCases();
        table.shapeOfAFile();
        table.headers();
        table.minimaAndPrivateCeilings();
        table.cycle();
        table.registers();
        table.policy();
        table.addedPolicyTables();
        table.orders();
        table.submissions();
        return table.cases.stream();
    }

    /** In a file, one text instead of another gives an error in this file. */
    private void bad(String file, String from, String to, long line, String column, String value, String code) {
        SmallFolder folder = new SmallFolder().alter(file, from, to);
        String name = file + ": " + (to.length() > 40 ? to.substring(0, 40) + "…" : to);
        cases.add(new Case(name, folder, new Where(file, line, column, value, code)));
    }

    private void bad(String name, SmallFolder folder, String file, long line, String code) {
        cases.add(new Case(name, folder, new Where(file, line, "", "", code)));
    }

    private void shapeOfAFile() {
        for (String file : List.of("cycle.csv", "retailers.csv", "skus.csv", "orders.csv", "policy/floats.csv")) {
            bad("no " + file, new SmallFolder().without(file), file, 0, "EXPECTED_FILE");
        }
        bad("no weights", new SmallFolder().without("policy/weights.csv"), "policy/weights.csv", 0, "EXPECTED_FILE");
        bad("nothing in it", new SmallFolder().put("orders.csv", ""), "orders.csv", 1, "EXPECTED_HEADER");
        bad("BOM alone", new SmallFolder().put("orders.csv", "\uFEFF"), "orders.csv", 1, "EXPECTED_HEADER");
        bad("blank header", new SmallFolder().put("orders.csv", "\nR1"), "orders.csv", 1, "EXPECTED_HEADER");
        bad(
                "a typo",
                new SmallFolder().put("policy/balances.csv", "tier,rho\n"),
                "policy/balances.csv",
                0,
                "EXPECTED_POLICY_FILE");
        bad(
                "submissions under another name",
                new SmallFolder().put("submission.csv", "retailer\n"),
                "submission.csv",
                0,
                "EXPECTED_POLICY_FILE");
        bad(
                "submissions in capitals",
                new SmallFolder().put("Submissions.csv", "retailer\n"),
                "Submissions.csv",
                0,
                "EXPECTED_POLICY_FILE");
        bad(
                "a typo of case",
                new SmallFolder().put("policy/Pacing.CSV", "x"),
                "policy/Pacing.CSV",
                0,
                "EXPECTED_POLICY_FILE");
        bad("orders.csv", "R1,2,S3,20", "R1,2,S3", 3, "", "", "EXPECTED_FIELDS");
        bad("orders.csv", "R1,2,S3,20", "R1,2,S3,20,", 3, "", "", "EXPECTED_FIELDS");
        bad("orders.csv", "R1,2,S3,20", "R1,2,S3,20" + ",x".repeat(100), 3, "", "", "EXPECTED_FIELDS");
        bad("orders.csv", "R1,2,S3,20\n", "R1,2,S3,20\n\n", 4, "", "", "EXPECTED_NO_BLANK_LINE");
        bad("orders.csv", "R1,2,S3,20\n", "# note\n", 3, "", "", "EXPECTED_FIELDS");
        bad("orders.csv", "R1,2,", "\"R1\"x,2,", 3, "", "", "EXPECTED_CLOSED_QUOTES");
        bad("orders.csv", "R1,2,", "\"R1\" ,2,", 3, "", "", "EXPECTED_CLOSED_QUOTES");
        bad("orders.csv", "R3,1,", "\"R3,1,", 7, "", "", "EXPECTED_CLOSED_QUOTES");
        bad("orders.csv", "R1,2,", "R\"1,2,", 3, "retailer", "R\"1", "EXPECTED_QUOTES");
        bad("orders.csv", "R1,2,", " \"R1\",2,", 3, "retailer", " \"R1\"", "EXPECTED_QUOTES");
        bad("orders.csv", "R1,2,", "R1\u0000,2,", 3, "retailer", "R1\\u0000", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("orders.csv", "R1,2,", "R1\r,2,", 3, "", "", "EXPECTED_LINE_END");
        bad("retailers.csv", "R2,CM1", "R2,C\tM", 3, "manager", "C\\u0009M", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("retailers.csv", "R2,CM1", "R2,\"C\nM\"", 3, "manager", "C\\u000AM", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("retailers.csv", "Corner, e", "Co\u0085", 2, "name", "Co\\u0085ast", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("retailers.csv", "Corner, e", "Co\u0007", 2, "name", "Co\\u0007ast", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("retailers.csv", ",false,", ",fa\tse,", 3, "key_account", "fa\\u0009se", "EXPECTED_NO_CONTROL_CHARACTERS");
        bad("retailers.csv", "Corner", "n".repeat(10_001), 2, "name", "n".repeat(79) + "…", "EXPECTED_LENGTH");
        bad("retailers.csv", "Corner", "n".repeat(200_000), 2, "", "", "EXPECTED_CLOSED_QUOTES");
        String gbk = "retailers.csv";
        byte[] bytes = new SmallFolder().alter(gbk, "Corner", "~").text(gbk).getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xC1;
        bad("bytes of another encoding", new SmallFolder().put(gbk, bytes), gbk, 2, "EXPECTED_UTF8");
        byte[] cut = (new SmallFolder().text("orders.csv") + "烟").getBytes(StandardCharsets.UTF_8);
        byte[] short1 = Arrays.copyOf(cut, cut.length - 1);
        bad("half a character", new SmallFolder().put("orders.csv", short1), "orders.csv", 8, "EXPECTED_UTF8");
    }

    private void headers() {
        bad("orders.csv", "demand", "Demand", 1, "Demand", "", "EXPECTED_COLUMNS_MISSING");
        bad("orders.csv", "demand", "demand,note", 1, "note", "", "EXPECTED_COLUMNS");
        bad("orders.csv", "demand", "demand,", 1, "", "", "EXPECTED_COLUMNS");
        bad("orders.csv", "demand", "demand,sku", 1, "sku", "", "EXPECTED_COLUMN_ONCE");
        bad("orders.csv", "retailer,rank,", "retailer,", 1, "rank", "", "EXPECTED_COLUMN");
        bad("cycle.csv", "cycle,seed", "cycle", 1, "seed", "", "EXPECTED_COLUMN");
        bad("skus.csv", "sku,brand", "sku,br\"and", 1, "br\"and", "", "EXPECTED_QUOTES");
        bad("policy/floats.csv", "percent", "percent ", 1, "percent ", "", "EXPECTED_COLUMNS_MISSING");
    }

    private void minimaAndPrivateCeilings() {
        bad("orders.csv", "demand", "demand,min_demand", 1, "min_demand", "", "EXPECTED_NO_MINIMUM");
        bad("retailers.csv", "interval", "interval,minimum", 1, "minimum", "", "EXPECTED_NO_MINIMUM");
        bad("skus.csv", "forecast", "forecast,floor", 1, "floor", "", "EXPECTED_NO_MINIMUM");
        bad("submissions.csv", "at_most", "at_least", 1, "at_least", "", "EXPECTED_NO_MINIMUM");
        bad("policy/sku_ceilings.csv", "ceiling", "ceiling,下限", 1, "下限", "", "EXPECTED_NO_MINIMUM");
        bad("policy/alerts.csv", "surge_ratio", "min_order", 3, "parameter", "min_order", "EXPECTED_NO_MINIMUM");
        String r4 = "EXPECTED_NO_RETAILER_CEILING";
        bad("policy/sku_ceilings.csv", "market_type", "retailer", 1, "retailer", "", r4);
        bad("policy/tier_ceilings.csv", "ceiling", "ceiling,licence", 1, "licence", "", r4);
        bad("policy/sku_ceilings.csv", "LARGE,*,S2", "R1,*,S2", 4, "size_class", "R1", r4);
        bad("policy/tier_ceilings.csv", "LARGE,*", "R3,*", 2, "size_class", "R3", r4);
        bad("policy/sku_ceilings.csv", "LARGE,*,S2", "LARGE,R1,S2", 4, "market_type", "R1", r4);
        bad("policy/weights.csv", "LARGE", "R1", 2, "size_class", "R1", r4);
        bad("policy/floats.csv", "SMALL", "R2", 4, "size_class", "R2", r4);
        bad("orders.csv", "demand", "demand,ceiling", 1, "ceiling", "", r4);
        bad("orders.csv", "demand", "demand,max", 1, "max", "", r4);
        bad("orders.csv", "demand", "demand,agreed", 1, "agreed", "", r4);
        bad("orders.csv", "demand", "demand,limit", 1, "limit", "", r4);
        bad("retailers.csv", "interval", "interval,sku", 1, "sku", "", r4);
        bad("skus.csv", "forecast", "forecast,retailer", 1, "retailer", "", r4);
    }

    private void cycle() {
        String whole = "EXPECTED_WHOLE_NUMBER";
        bad("cycle.csv", "2,4", "5,4", 2, "number", "5", whole);
        bad("cycle.csv", "2,4", "0,4", 2, "number", "0", whole);
        bad("cycle.csv", "2,4", "2,1000001", 2, "of", "1000001", whole);
        bad("cycle.csv", "seed 7", " ", 2, "seed", " ", "EXPECTED_NOT_BLANK");
        bad("cycle.csv", "2026-11-w2", "", 2, "cycle", "", "EXPECTED_NOT_BLANK");
        bad("cycle.csv", ",2026-11,", ",2026-11 ,", 2, "period", "2026-11 ", "EXPECTED_NO_SPACES_AROUND");
        bad("cycle.csv", "2,4\n", "2,4\na,b,c,1,1\n", 3, "", "", "EXPECTED_ONE_ROW");
        bad(
                "no row",
                new SmallFolder().put("cycle.csv", "cycle,seed,period,number,of\n"),
                "cycle.csv",
                0,
                "EXPECTED_ONE_ROW");
    }

    private void registers() {
        String whole = "EXPECTED_WHOLE_NUMBER";
        String oneOf = "EXPECTED_ONE_OF";
        bad("retailers.csv", "R2,CM1", ",CM1", 3, "retailer", "", "EXPECTED_NOT_BLANK");
        bad("retailers.csv", "R2,CM1", "R2 ,CM1", 3, "retailer", "R2 ", "EXPECTED_NO_SPACES_AROUND");
        bad("retailers.csv", "R2,CM1", "\u3000R2,CM1", 3, "retailer", "\u3000R2", "EXPECTED_NO_SPACES_AROUND");
        bad("retailers.csv", "R2,CM1", "R2\u200B,CM1", 3, "retailer", "R2\\u200B", "EXPECTED_NO_SPACES_AROUND");
        bad(
                "retailers.csv",
                "R2,CM1",
                "R".repeat(201) + ",CM1",
                3,
                "retailer",
                "R".repeat(79) + "…",
                "EXPECTED_LENGTH");
        bad("retailers.csv", "R2,CM1", "R1,CM1", 3, "retailer", "R1", "EXPECTED_ONCE");
        bad("retailers.csv", "CM1,LARGE", "CM1,Large", 2, "size_class", "Large", oneOf);
        bad("retailers.csv", "RURAL", "CITY", 3, "market_type", "CITY", oneOf);
        bad("retailers.csv", "SUSPENDED", "CLOSED", 4, "status", "CLOSED", oneOf);
        bad("retailers.csv", "300,", "1000001,", 2, "agreed_total", "1000001", whole);
        bad("retailers.csv", "300,", "3e2,", 2, "agreed_total", "3e2", whole);
        bad("retailers.csv", "300,50", "300,-50", 2, "granted_in_period", "-50", whole);
        bad("retailers.csv", "300,50", "300,５０", 2, "granted_in_period", "５０", whole);
        bad("retailers.csv", "40,0,2", "40,0,3", 3, "interval", "3", whole);
        bad("retailers.csv", "40,0,2", "40,0,", 3, "interval", "", whole);
        bad("retailers.csv", "TRUE", "yes", 2, "key_account", "yes", oneOf);
        bad("retailers.csv", "2001-05-30", "2001-02-30", 2, "licensed_since", "2001-02-30", "EXPECTED_DATE");
        bad("skus.csv", "S2,Pine", "S1,Pine", 3, "sku", "S1", "EXPECTED_ONCE");
        bad("skus.csv", "S2,Pine", "S2,", 3, "brand", "", "EXPECTED_NOT_BLANK");
        bad("skus.csv", "TIER_2", "TIER_6", 3, "tier", "TIER_6", oneOf);
        bad("skus.csv", "SCARCE", "scarce", 2, "status", "scarce", oneOf);
        bad("skus.csv", "200", "1000000000001", 3, "supply", "1000000000001", whole);
        bad("skus.csv", "200", "1.0", 3, "supply", "1.0", whole);
        bad("skus.csv", "120.25", "1e2", 4, "forecast", "1e2", "EXPECTED_DECIMAL");
        bad("skus.csv", "120.25", "-1", 4, "forecast", "-1", "EXPECTED_DECIMAL");
        bad("skus.csv", "120.25", "0.1234567", 4, "forecast", "0.1234567", "EXPECTED_DECIMAL");
        bad("skus.csv", "120.25", ".5", 4, "forecast", ".5", "EXPECTED_DECIMAL");
        bad("skus.csv", "45.50", "45元", 2, "price", "45元", "EXPECTED_DECIMAL");
    }

    private void policy() {
        String decimal = "EXPECTED_DECIMAL";
        bad("policy/policy.csv", "autumn", "autumn\nwinter", 3, "", "", "EXPECTED_ONE_ROW");
        bad("policy/policy.csv", "autumn", " autumn", 2, "name", " autumn", "EXPECTED_NO_SPACES_AROUND");
        bad("policy/floats.csv", "LARGE,10", "LARGE,100.5", 2, "percent", "100.5", decimal);
        bad("policy/floats.csv", "LARGE,10", "LARGE,-1", 2, "percent", "-1", decimal);
        bad("policy/floats.csv", "LARGE,10", "LARGE,", 2, "percent", "", decimal);
        bad("policy/floats.csv", "MEDIUM", "LARGE", 3, "size_class", "LARGE", "EXPECTED_ONCE");
        bad("policy/floats.csv", "MEDIUM", "TINY", 3, "size_class", "TINY", "EXPECTED_ONE_OF");
        bad("policy/weights.csv", "LARGE,4", "LARGE,0", 2, "weight", "0", "EXPECTED_WHOLE_NUMBER");
        bad("policy/weights.csv", "LARGE,4", "LARGE,-4", 2, "weight", "-4", "EXPECTED_WHOLE_NUMBER");
        bad("policy/weights.csv", "LARGE,4", "LARGE,1.5", 2, "weight", "1.5", "EXPECTED_WHOLE_NUMBER");
        bad("policy/weights.csv", "LARGE,4", "LARGE,501", 2, "weight", "501", "EXPECTED_WHOLE_NUMBER");
        cases.add(new Case(
                "a class without a float",
                new SmallFolder().alter("policy/floats.csv", "MEDIUM,7.5\n", ""),
                new Where("retailers.csv", 4, "size_class", "MEDIUM", "EXPECTED_CLASS_IN")));
        cases.add(new Case(
                "a class without a weight",
                new SmallFolder().alter("policy/weights.csv", "SMALL,1\n", ""),
                new Where("retailers.csv", 3, "size_class", "SMALL", "EXPECTED_CLASS_IN")));
        bad("policy/balance.csv", "TIER_4", "TIER_3", 2, "tier", "TIER_3", "EXPECTED_ONE_OF");
        bad("policy/balance.csv", "TIER_4", "TIER_1", 2, "tier", "TIER_1", "EXPECTED_ONE_OF");
        bad("policy/balance.csv", "0.95", "0", 2, "rho", "0", "EXPECTED_DECIMAL_ABOVE");
        bad("policy/balance.csv", "0.95", "1.01", 2, "rho", "1.01", "EXPECTED_DECIMAL_ABOVE");
        bad("policy/pacing.csv", "0.3,", "1000001,", 2, "burst", "1000001", decimal);
        bad("policy/pacing.csv", "0.5,", "1.5,", 2, "reserve", "1.5", decimal);
        bad("policy/pacing.csv", ",20", ",20.5", 2, "exempt", "20.5", "EXPECTED_WHOLE_NUMBER");
        bad("policy/pacing.csv", ",20\n", ",20\n0,0,0\n", 3, "", "", "EXPECTED_ONE_ROW");
        bad("policy/tier_ceilings.csv", "24.5", "+24.5", 2, "ceiling", "+24.5", decimal);
        bad("policy/tier_ceilings.csv", "TIER_1,24", "TIER_6,24", 2, "tier", "TIER_6", "EXPECTED_ONE_OF");
        bad("policy/tier_ceilings.csv", "24.5", "-1", 2, "ceiling", "-1", decimal);
        bad("policy/tier_ceilings.csv", "URBAN", "*", 3, "tier", "TIER_1", "EXPECTED_ONCE");
        bad("policy/tier_ceilings.csv", "URBAN", "ALL", 3, "market_type", "ALL", "EXPECTED_ONE_OF");
        bad("policy/sku_ceilings.csv", "S2", "S9", 4, "sku", "S9", "EXPECTED_KNOWN_SKU");
        bad("policy/alerts.csv", "R9", "S9", 3, "code", "S9", "EXPECTED_RULE_ID");
        bad("policy/alerts.csv", "surge_ratio", "", 3, "parameter", "", "EXPECTED_NOT_BLANK");
        bad("policy/alerts.csv", "1.5", "high", 3, "value", "high", decimal);
        bad(
                "policy/alerts.csv",
                "R9,surge_ratio",
                "R5,headroom_multiple",
                3,
                "parameter",
                "headroom_multiple",
                "EXPECTED_ONCE");
    }

    private void addedPolicyTables() {
        String cutoffs = "policy/class_cutoffs.csv";
        String totals = "policy/class_totals.csv";
        String calendar = "policy/calendar.csv";
        String launches = "policy/launches.csv";
        String falling = "EXPECTED_FALLING_CUTOFFS";
        added(cutoffs, "*,MEDIUM,90.5", "*,MEDIUM,300", 3, "from_volume", "300", falling);
        added(cutoffs, "*,MEDIUM,90.5", "*,MEDIUM,301", 3, "from_volume", "301", falling);
        added(cutoffs, "RURAL,LARGE,200", "RURAL,LARGE,90.5", 4, "from_volume", "90.5", falling);
        added(cutoffs, "RURAL,LARGE", "*,LARGE", 4, "size_class", "LARGE", "EXPECTED_ONCE");
        added(cutoffs, "*,LARGE,300", "*,SMALL,0", 2, "size_class", "SMALL", "EXPECTED_ONE_OF");
        added(cutoffs, "*,LARGE,300", "R1,LARGE,300", 2, "market_type", "R1", "EXPECTED_NO_RETAILER_CEILING");
        added(cutoffs, ",300", ",", 2, "from_volume", "", "EXPECTED_DECIMAL");
        added(cutoffs, ",300", ",-1", 2, "from_volume", "-1", "EXPECTED_DECIMAL");
        added(cutoffs, "from_volume", "min_volume", 1, "min_volume", "", "EXPECTED_NO_MINIMUM");
        added(cutoffs, "from_volume", "at_least", 1, "at_least", "", "EXPECTED_NO_MINIMUM");
        added(totals, "LARGE,*,300", "LARGE,*,", 2, "total", "", "EXPECTED_WHOLE_NUMBER");
        added(totals, "LARGE,*,300", "LARGE,*,1.5", 2, "total", "1.5", "EXPECTED_WHOLE_NUMBER");
        added(totals, "SMALL,RURAL", "SMALL,*", 5, "market_type", "*", "EXPECTED_ONCE");
        added(totals, "LARGE,*", "R1,*", 2, "size_class", "R1", "EXPECTED_NO_RETAILER_CEILING");
        added(totals, "total", "minimum_total", 1, "minimum_total", "", "EXPECTED_NO_MINIMUM");
        added(calendar, "2026-10-01", "2026-02-30", 2, "day", "2026-02-30", "EXPECTED_DATE");
        added(calendar, "2026-10-05", "2026-10-01", 4, "day", "2026-10-01", "EXPECTED_ONCE");
        added(calendar, "true", "yes", 3, "business", "yes", "EXPECTED_ONE_OF");
        added(launches, "S3", "S9", 2, "sku", "S9", "EXPECTED_KNOWN_SKU");
        added(launches, "2026-11-02", "soon", 2, "launched_on", "soon", "EXPECTED_DATE");
        String unsold = "policy/unsold_skus.csv";
        SmallFolder sold = FullPolicy.folder().put(unsold, "sku\nX1\nS2\n");
        cases.add(new Case("sold and unsold", sold, new Where(unsold, 3, "sku", "S2", "EXPECTED_UNSOLD_SKU")));
    }

    private void added(String file, String from, String to, long line, String column, String value, String code) {
        SmallFolder folder = FullPolicy.folder().alter(file, from, to);
        cases.add(new Case(file + ": " + to, folder, new Where(file, line, column, value, code)));
    }

    private void orders() {
        String whole = "EXPECTED_WHOLE_NUMBER";
        bad("orders.csv", "R3,1", "R9,1", 7, "retailer", "R9", "EXPECTED_KNOWN_RETAILER");
        bad("orders.csv", "R3,1", "R3 ,1", 7, "retailer", "R3 ", "EXPECTED_NO_SPACES_AROUND");
        bad("orders.csv", "R3,1", ",1", 7, "retailer", "", "EXPECTED_NOT_BLANK");
        bad("orders.csv", "R3,1,S2", "R3,1,S9", 7, "sku", "S9", "EXPECTED_KNOWN_SKU");
        bad("orders.csv", "R1,7", "R1,0", 4, "rank", "0", whole);
        bad("orders.csv", "R1,7", "R1,1000000001", 4, "rank", "1000000001", whole);
        bad("orders.csv", "R1,7", "R1," + "9".repeat(30), 4, "rank", "9".repeat(30), whole);
        bad("orders.csv", "R1,7", "R1,2", 4, "rank", "2", "EXPECTED_ONCE");
        bad("orders.csv", "R1,7,S2", "R1,7,S1", 4, "sku", "S1", "EXPECTED_ONCE");
        bad("orders.csv", "R1,7,S2", "R1,1,S1", 4, "rank", "1", "EXPECTED_ONCE");
        bad("orders.csv", "S3,20", "S3,1000001", 3, "demand", "1000001", whole);
        bad("orders.csv", "S3,20", "S3,-1", 3, "demand", "-1", whole);
        bad("orders.csv", "S3,20", "S3,2.5", 3, "demand", "2.5", whole);
        bad("orders.csv", "S3,20", "S3,18446744073709551617", 3, "demand", "18446744073709551617", whole);
        bad("orders.csv", "S3,20", "S3,", 3, "demand", "", whole);
        bad("orders.csv", "S3,20", "S3, 20", 3, "demand", " 20", whole);
        bad("orders.csv", "S3,20", "S3,20.0", 3, "demand", "20.0", whole);
        bad("orders.csv", "S3,20", "S3,٢٠", 3, "demand", "٢٠", whole);
    }

    private void submissions() {
        bad("submissions.csv", "R2,ASSISTED", "R9,ASSISTED", 3, "retailer", "R9", "EXPECTED_KNOWN_RETAILER");
        bad("submissions.csv", "R2,ASSISTED", "R1,ASSISTED", 3, "retailer", "R1", "EXPECTED_ONCE");
        bad("submissions.csv", "ASSISTED", "PHONE", 3, "channel", "PHONE", "EXPECTED_ONE_OF");
        bad("submissions.csv", "desk-3", "", 3, "actor", "", "EXPECTED_NOT_BLANK");
        bad("submissions.csv", "11+08:00", "11", 2, "submitted_at", "2026-11-09T09:10:11", "EXPECTED_DATE_TIME");
        bad("submissions.csv", ",30", ",-1", 2, "at_most", "-1", "EXPECTED_WHOLE_NUMBER");
    }
}
