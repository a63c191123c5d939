package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.Sku;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the folder of one cycle: what {@link CycleFolder} reads, in its canonical form, row by row. */
public final class CycleWriter {

    private final Place place;
    private final Cycle cycle;
    private final CycleDetails details;

    /** Where the files go. */
    @FunctionalInterface
    private interface Place {
        OutputStream open(String file) throws IOException;
    }

    private CycleWriter(Place place, Cycle cycle, CycleDetails details) {
        this.place = place;
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
        Files.createDirectory(folder.resolve(Formats.POLICY));
        new CycleWriter(file -> Files.newOutputStream(folder.resolve(file)), cycle, details).writeAll(policy);
    }

    /**
     * What {@link CycleFolder} would read from the folder, without writing it.
     *
     * @throws IllegalArgumentException as {@link #write(Path, Cycle, PolicyVersion, CycleDetails)} does
     */
    public static CycleInput input(Cycle cycle, PolicyVersion policy, CycleDetails details) {
        SortedMap<String, MessageDigest> digests = new TreeMap<>();
        Place digested = file -> {
            MessageDigest digest = Sha256.begin();
            digests.put(file, digest);
            return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        };
        try {
            new CycleWriter(digested, cycle, details).writeAll(policy);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        SortedMap<String, String> byFile = new TreeMap<>();
        digests.forEach((file, digest) -> byFile.put(file, Sha256.hex(digest)));
        return new CycleInput(cycle, () -> byFile, policy);
    }

    private void writeAll(PolicyVersion policy) throws IOException {
        if (!cycle.policy().version().equals(policy.version())) {
            throw new IllegalArgumentException(cycle.policy().version() + " is not " + policy);
        }
        table(Formats.cycle(), this::head);
        table(Formats.retailers(Kinds.oneOf(SizeClass.values())), this::retailers);
        table(Formats.skus(), this::skus);
        List<String> retailers = cycle.retailers().stream().map(Retailer::key).toList();
        List<String> skus = cycle.skus().stream().map(Sku::key).toList();
        file(Formats.ORDERS, out -> OrdersFile.write(cycle.orders(), retailers, skus, out));
        table(Formats.submissions(retailer -> true), this::submissions);
        for (Map.Entry<String, byte[]> file : policy.files().entrySet()) {
            try (OutputStream out = place.open(file.getKey())) {
                out.write(file.getValue());
            }
        }
        unsoldSkus(policy, skus);
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
        try (OutputStream stream = place.open(name)) {
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
