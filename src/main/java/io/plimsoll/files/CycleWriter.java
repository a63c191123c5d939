package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.Sku;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the folder of one cycle: what {@link CycleFolder} reads, in its canonical form, row by row. */
public final class CycleWriter {

    private final Path folder;
    private final Cycle cycle;
    private final CycleDetails details;

    private CycleWriter(Path folder, Cycle cycle, CycleDetails details) {
        this.folder = folder;
        this.cycle = cycle;
        this.details = details;
    }

    /**
     * Writes all files of a cycle, the optional ones too.
     *
     * @param folder an empty folder
     * @throws IllegalArgumentException when the policy's version is not that of its tables, or a retailer without a
     *     submission set a limit of his own
     */
    public static void write(Path folder, Cycle cycle, CycleDetails details) throws IOException {
        write(folder, cycle, PolicyVersion.of(cycle.policy()), details);
    }

    /**
     * The same under a policy that may hold more than what decides grants, and may name Skus that the cycle does not sell:
     * the whole policy is written, so that it keeps its digest, and those Skus are listed beside it.
     *
     * @throws IllegalArgumentException when the cycle is of another policy, or a retailer without a submission set a limit
     *     of his own
     */
    public static void write(Path folder, Cycle cycle, PolicyVersion policy, CycleDetails details) throws IOException {
        if (!cycle.policy().version().equals(policy.version())) {
            throw new IllegalArgumentException(cycle.policy().version() + " is not " + policy);
        }
        CycleWriter writer = new CycleWriter(folder, cycle, details);
        writer.table(Formats.cycle(), writer::head);
        writer.table(Formats.retailers(Kinds.oneOf(SizeClass.values())), writer::retailers);
        writer.table(Formats.skus(), writer::skus);
        List<String> retailers = cycle.retailers().stream().map(Retailer::key).toList();
        List<String> skus = cycle.skus().stream().map(Sku::key).toList();
        writer.file(Formats.ORDERS, out -> OrdersFile.write(cycle.orders(), retailers, skus, out));
        writer.table(Formats.submissions(retailer -> true), writer::submissions);
        Files.createDirectory(folder.resolve(Formats.POLICY));
        for (Map.Entry<String, byte[]> file : policy.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        writer.unsoldSkus(policy, skus);
    }

    private void unsoldSkus(PolicyVersion policy, List<String> sold) throws IOException {
        Set<String> unsold = policy.namedSkus();
        sold.forEach(unsold::remove);
        if (!unsold.isEmpty()) {
            Table table =
                    Table.of(Formats.unsoldSkus(Kinds.key()), unsold.stream().map(List::of));
            file(Formats.UNSOLD_SKUS, table::writeTo);
        }
    }

    private void table(Format format, CsvDigest.Content rows) throws IOException {
        file(format.file(), out -> {
            out.row(format.columnNames());
            rows.writeTo(out);
        });
    }

    private void file(String name, CsvDigest.Content content) throws IOException {
        try (OutputStream stream = Files.newOutputStream(folder.resolve(name))) {
            CsvOut out = new CsvOut(stream);
            content.writeTo(out);
            out.flush();
        }
    }

    private void head(CsvOut out) throws IOException {
        CycleHead head = cycle.head();
        out.field(head.cycle())
                .field(head.seed())
                .field(head.period())
                .field(head.number())
                .field(head.of())
                .endRow();
    }

    private void retailers(CsvOut out) throws IOException {
        for (int r = 0; r < cycle.retailers().size(); r++) {
            Retailer retailer = cycle.retailers().get(r);
            CycleDetails.OfRetailer more = details.retailer(r);
            out.field(retailer.key())
                    .field(retailer.manager())
                    .field(retailer.sizeClass().name())
                    .field(retailer.marketType().name())
                    .field(retailer.status().name())
                    .field(retailer.agreedTotal())
                    .field(retailer.grantedInPeriod())
                    .field(retailer.interval())
                    .field(more.name())
                    .field(more.territory())
                    .field(orBlank(more.keyAccount()))
                    .field(more.phone())
                    .field(more.account())
                    .field(orBlank(more.licensedSince()))
                    .endRow();
        }
    }

    private void skus(CsvOut out) throws IOException {
        for (int s = 0; s < cycle.skus().size(); s++) {
            Sku sku = cycle.skus().get(s);
            CycleDetails.OfSku more = details.sku(s);
            out.row(
                    sku.key(),
                    sku.brand(),
                    sku.tier().name(),
                    sku.status().name(),
                    sku.supply().isPresent() ? Long.toString(sku.supply().getAsLong()) : "",
                    decimal(sku.forecast()),
                    more.name(),
                    decimal(more.price()),
                    orBlank(more.keyBrand()),
                    orBlank(more.firstSold()));
        }
    }

    private void submissions(CsvOut out) throws IOException {
        for (int r = 0; r < cycle.retailers().size(); r++) {
            String key = cycle.retailers().get(r).key();
            int atMost = cycle.orders().atMost()[r];
            Optional<CycleDetails.Submission> submission = details.submission(r);
            if (submission.isPresent()) {
                CycleDetails.Submission how = submission.get();
                out.row(
                        key,
                        how.channel().name(),
                        how.actor(),
                        how.submittedAt().toString(),
                        how.device(),
                        how.session(),
                        how.address(),
                        atMost == Orders.NO_LIMIT ? "" : Integer.toString(atMost));
            } else if (atMost != Orders.NO_LIMIT) {
                throw new IllegalArgumentException("retailer " + key + " set a limit but submitted nothing");
            }
        }
    }

    private static String orBlank(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String decimal(Optional<BigDecimal> value) {
        return value.map(Kinds::plain).orElse("");
    }
}
