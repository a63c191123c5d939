package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The tables of the release policy. Read in two halves, because some ceilings name Skus and retailers name classes: the
 * first half before the registers, the second behind them.
 */
final class PolicyFolder {

    private final FolderReader reader;
    private final PolicyKinds kinds = new PolicyKinds(this::isRetailer);
    private final Map<String, Table> tables = new HashMap<>();

    PolicyFolder(FolderReader reader) {
        this.reader = reader;
    }

    /** Name, floats, weights, balance and pacing. */
    void readFirstHalf() throws BadInput {
        refuseUnknownFiles();
        keep(reader.optionalTable(Formats.policyName()));
        keep(reader.table(Formats.floats(kinds.sizeClass())));
        keep(reader.table(Formats.weights(kinds.sizeClass())));
        keep(reader.optionalTable(Formats.balance()));
        keep(reader.optionalTable(Formats.pacing()));
    }

    /** Ceilings and alerts. */
    void readSecondHalf(KeyTable skus) throws BadInput {
        keep(reader.optionalTable(Formats.tierCeilings(kinds.sizeClass(), kinds.marketType())));
        keep(reader.optionalTable(Formats.skuCeilings(kinds.sizeClass(), kinds.marketType(), skus::has)));
        keep(reader.optionalTable(Formats.alerts()));
    }

    private void keep(Table table) {
        tables.put(table.format().file(), table);
    }

    private void refuseUnknownFiles() throws BadInput {
        List<BadInput> unknown = unknownFiles(reader.path(Formats.POLICY));
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
    }

    /** Tables by a wrong name, each an error, by name: they would silently be none at all. */
    static List<BadInput> unknownFiles(Path folder) throws BadInput {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        TreeSet<String> unknown = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = Formats.POLICY + file.getFileName();
                boolean isTable = name.toLowerCase(Locale.ROOT).endsWith(".csv");
                if (isTable && !Formats.POLICY_TABLES.contains(name) && !name.equals(Formats.POLICY_NAME)) {
                    unknown.add(name);
                }
            }
        } catch (IOException unreadable) {
            throw BadInput.inFile(Formats.POLICY, Message.of("EXPECTED_READABLE_FILE"));
        }
        String files = Formats.POLICY_NAME + ", " + String.join(", ", Formats.POLICY_TABLES);
        return unknown.stream()
                .map(name -> BadInput.inFile(name, Message.of("EXPECTED_POLICY_FILE", "files", files)))
                .toList();
    }

    /** A size class that the policy has a float and a weight for. */
    Kind servedClass() {
        return PolicyKinds.servedClass(
                tables.get(Formats.FLOATS).names()::contains,
                tables.get(Formats.WEIGHTS).names()::contains);
    }

    /** Looks the name up in a register that may not have been read yet, and may be no better than this table. */
    private boolean isRetailer(String name) {
        boolean[] found = {false};
        if (!Files.isRegularFile(reader.path(Formats.RETAILERS))) {
            return false; // A pipe that has been read cannot be read again.
        }
        try {
            Format retailers = Formats.retailers(Kinds.oneOf(SizeClass.values()));
            CsvFile.read(reader.path(Formats.RETAILERS), retailers, ReadProgress.SILENT, row -> {
                found[0] |= !name.isEmpty() && row.holds(0, name.toCharArray());
            });
        } catch (BadInput laterOn) {
            return found[0];
        }
        return found[0];
    }

    /** What the tables say. */
    ReleasePolicy policy() {
        return new ReleasePolicy(
                PolicyTables.version(name(), digest()),
                floats(),
                weights(),
                ceilings(Formats.TIER_CEILINGS, "tier"),
                ceilings(Formats.SKU_CEILINGS, "sku"),
                tightBalance(),
                pacing(),
                alerts());
    }

    String name() {
        return entries(Formats.POLICY_NAME).stream()
                .map(entry -> entry.get("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(PolicyTables.UNNAMED);
    }

    /** SHA-256 over all tables but the name, each led by the name of its file and a line end. */
    String digest() {
        return PolicyTables.digest(tables);
    }

    private Collection<Table.Entry> entries(String file) {
        return tables.get(file).entries();
    }

    private Map<SizeClass, BigDecimal> floats() {
        Map<SizeClass, BigDecimal> floats = new HashMap<>();
        for (Table.Entry entry : entries(Formats.FLOATS)) {
            floats.put(SizeClass.valueOf(entry.get("size_class")), new BigDecimal(entry.get("percent")));
        }
        return floats;
    }

    private Map<SizeClass, Integer> weights() {
        Map<SizeClass, Integer> weights = new HashMap<>();
        for (Table.Entry entry : entries(Formats.WEIGHTS)) {
            weights.put(SizeClass.valueOf(entry.get("size_class")), Integer.valueOf(entry.get("weight")));
        }
        return weights;
    }

    private ClassCeilings ceilings(String file, String ref) {
        ClassCeilings ceilings = new ClassCeilings();
        for (Table.Entry entry : entries(file)) {
            Optional<MarketType> marketType = Optional.of(entry.get("market_type"))
                    .filter(name -> !name.equals(PolicyTables.EVERY_MARKET_TYPE))
                    .map(MarketType::valueOf);
            Optional<BigDecimal> ceiling =
                    Optional.of(entry.get("ceiling")).filter(q -> !q.isEmpty()).map(BigDecimal::new);
            ceilings.add(SizeClass.valueOf(entry.get("size_class")), marketType, entry.get(ref), ceiling);
        }
        return ceilings;
    }

    private Map<BrandTier, BigDecimal> tightBalance() {
        Map<BrandTier, BigDecimal> rho = new HashMap<>();
        for (Table.Entry entry : entries(Formats.BALANCE)) {
            rho.put(BrandTier.valueOf(entry.get("tier")), new BigDecimal(entry.get("rho")));
        }
        return rho;
    }

    private Optional<Pacing> pacing() {
        return entries(Formats.PACING).stream()
                .map(entry -> new Pacing(
                        new BigDecimal(entry.get("burst")),
                        new BigDecimal(entry.get("reserve")),
                        Integer.parseInt(entry.get("exempt"))))
                .findFirst();
    }

    private Alerts alerts() {
        Map<Alerts.Key, BigDecimal> values = new HashMap<>();
        for (Table.Entry entry : entries(Formats.ALERTS)) {
            values.put(new Alerts.Key(entry.get("code"), entry.get("parameter")), new BigDecimal(entry.get("value")));
        }
        return new Alerts(values);
    }
}
