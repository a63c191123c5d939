package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import io.plimsoll.work.Beside;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads the folder of one cycle. Files are read in a fixed order (cycle, policy, floats, weights, balance, pacing,
 * retailers, skus, unsold Skus, tier ceilings, Sku ceilings, alerts, cut-offs, class totals, calendar, launches, orders,
 * submissions), each from its first line on, and reading
 * stops at the first error. Duplicates in the orders are looked for once all their lines are read. A table that the
 * policy folder holds by an unknown name is an error too, found before the policy is read.
 *
 * @see "docs/files.md"
 */
public final class CycleFolder {

    /** The names of all files of a cycle, in the order in which they are read. */
    public static final List<String> FILES = List.of(
            Formats.CYCLE,
            Formats.POLICY_NAME,
            Formats.FLOATS,
            Formats.WEIGHTS,
            Formats.BALANCE,
            Formats.PACING,
            Formats.RETAILERS,
            Formats.SKUS,
            Formats.UNSOLD_SKUS,
            Formats.TIER_CEILINGS,
            Formats.SKU_CEILINGS,
            Formats.ALERTS,
            Formats.CLASS_CUTOFFS,
            Formats.CLASS_TOTALS,
            Formats.CALENDAR,
            Formats.LAUNCHES,
            Formats.ORDERS,
            Formats.SUBMISSIONS);

    /**
     * The same, and those tables that come alone only: supply for a cycle that is planned already, what came back of one
     * that was delivered, what is known of months before any, and what is for staff alone.
     */
    public static final List<String> TABLES = Stream.of(
                    FILES, List.of(Formats.SUPPLY, Formats.CAME_BACK, Formats.EARLIER_MONTHS), StaffFormats.FILES)
            .flatMap(List::stream)
            .toList();

    private CycleFolder() {}

    /** Reads a folder without telling anybody how far it is. */
    public static CycleInput read(Path folder) throws BadInput {
        return read(folder, ReadProgress.SILENT);
    }

    /**
     * Reads a folder.
     *
     * @param folder holds {@code cycle.csv} and the others
     * @throws BadInput the first thing that is wrong with it; nothing else is thrown whatever the files hold
     */
    public static CycleInput read(Path folder, ReadProgress progress) throws BadInput {
        FolderReader reader = new FolderReader(folder, progress);
        refuseMisnamedSubmissions(folder);
        try {
            return read(reader, progress);
        } catch (BadInput bad) {
            throw bad.after(reader.digests().all());
        }
    }

    private static CycleInput read(FolderReader reader, ReadProgress progress) throws BadInput {
        CycleHead head = head(reader.table(Formats.cycle()).only());
        PolicyReader tables = new PolicyReader(reader);
        tables.readFirstHalf();
        List<Retailer> retailers = retailers(reader.table(Formats.retailers(tables.servedClass())));
        List<Sku> skus = skus(reader.table(Formats.skus()));
        KeyTable retailerKeys =
                KeyTable.of(retailers.stream().map(Retailer::key).toList());
        KeyTable skuKeys = KeyTable.of(skus.stream().map(Sku::key).toList());
        tables.readSecondHalf(skuKeys);
        PolicyVersion policy = tables.policy();
        Beside<Table, BadInput> submissions = reader.optionalTableBeside(Formats.submissions(retailerKeys::has));
        Orders orders = OrdersFile.read(reader.path(Formats.ORDERS), retailerKeys, skuKeys, progress);
        reader.digests().begin(Formats.ORDERS, () -> OrdersFile.digest(orders, retailerKeys, skuKeys));
        limit(orders, reader.noted(submissions.get()), retailerKeys);
        Cycle cycle = new Cycle(head, retailers, skus, orders, policy.releasePolicy());
        return new CycleInput(cycle, reader.digests()::all, policy);
    }

    private static void refuseMisnamedSubmissions(Path folder) throws BadInput {
        List<BadInput> misnamed = misnamedSubmissions(folder);
        if (!misnamed.isEmpty()) {
            throw misnamed.get(0);
        }
    }

    /** The only file beside the policy that may be missing: under another name it would be, and nobody would notice. */
    static List<BadInput> misnamedSubmissions(Path folder) throws BadInput {
        if (!Files.isDirectory(folder)) {
            return List.of(); // cycle.csv will be missing
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).matches("submission.*\\.csv"))
                    .filter(name -> !name.equals(Formats.SUBMISSIONS))
                    .sorted()
                    .map(name ->
                            BadInput.inFile(name, Message.of("EXPECTED_POLICY_FILE", "files", Formats.SUBMISSIONS)))
                    .toList();
        } catch (IOException unreadable) {
            throw BadInput.inFile(folder.toString(), Message.of("EXPECTED_READABLE_FILE"));
        }
    }

    static CycleHead head(Table.Entry row) throws BadInput {
        int number = Integer.parseInt(row.get("number"));
        int of = Integer.parseInt(row.get("of"));
        if (number > of) {
            throw row.bad("number", Kinds.notWhole(1, of).expected());
        }
        return new CycleHead(row.get("cycle"), row.get("seed"), row.get("period"), number, of);
    }

    /** Lets go of the texts that only the digest needed, before the orders take their room. */
    private static List<Retailer> retailers(Table table) {
        return table.entries().stream().map(CycleFolder::retailer).toList();
    }

    private static List<Sku> skus(Table table) {
        return table.entries().stream().map(CycleFolder::sku).toList();
    }

    static Retailer retailer(Table.Entry row) {
        return new Retailer(
                row.get("retailer"),
                row.get("manager"),
                SizeClass.valueOf(row.get("size_class")),
                MarketType.valueOf(row.get("market_type")),
                RetailerStatus.valueOf(row.get("status")),
                row.get("agreed_total").isEmpty() ? 0 : Integer.parseInt(row.get("agreed_total")),
                Integer.parseInt(row.get("granted_in_period")),
                Integer.parseInt(row.get("interval")));
    }

    static Sku sku(Table.Entry row) {
        String supply = row.get("supply");
        String forecast = row.get("forecast");
        return new Sku(
                row.get("sku"),
                row.get("brand"),
                BrandTier.valueOf(row.get("tier")),
                SupplyStatus.valueOf(row.get("status")),
                supply.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(supply)),
                forecast.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(forecast)));
    }

    /** Writes down what retailers want at most of their whole order; the orders are still nobody else's. */
    private static void limit(Orders orders, Table submissions, KeyTable retailers) {
        for (Table.Entry row : submissions.entries()) {
            String atMost = row.get("at_most");
            if (!atMost.isEmpty()) {
                orders.atMost()[retailers.find(row.get("retailer"))] = Integer.parseInt(atMost);
            }
        }
    }
}
