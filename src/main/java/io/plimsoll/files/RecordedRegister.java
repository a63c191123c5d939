package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.text.CodePoints;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom and what a result is about: its {@code peers.csv} and {@code tiers.csv}.
 *
 * @param retailers names, sorted
 * @param peers index of the peer group of each, see {@link PeerGroup#index()}
 * @param skus names, sorted
 * @param tiers ordinal of the {@link BrandTier} of each
 */
public record RecordedRegister(List<String> retailers, int[] peers, List<String> skus, int[] tiers) {

    private static final int NAME = 0;

    /**
     * Reads both files.
     *
     * @throws BadInput the first thing that is wrong with them; a file goes by its last name
     */
    public static RecordedRegister read(Path peersFile, Path tiersFile, ReadProgress progress) throws BadInput {
        KeyTable retailers = new KeyTable();
        IntColumn peers = new IntColumn();
        CsvFile.read(peersFile, ResultFormats.peers(peersFile), progress, row -> {
            addSorted(retailers, row);
            peers.add(peers(row).index());
        });
        KeyTable skus = new KeyTable();
        IntColumn tiers = new IntColumn();
        CsvFile.read(tiersFile, ResultFormats.tiers(tiersFile), progress, row -> {
            addSorted(skus, row);
            tiers.add(BrandTier.valueOf(row.canonical(1)).ordinal());
        });
        return new RecordedRegister(retailers.keys(), peers.take(null), skus.keys(), tiers.take(null));
    }

    private static PeerGroup peers(Row row) throws BadInput {
        return new PeerGroup(
                SizeClass.valueOf(row.canonical(1)),
                MarketType.valueOf(row.canonical(2)),
                row.whole(3, 1, PeerGroup.MAX_INTERVAL));
    }

    private static void addSorted(KeyTable names, Row row) throws BadInput {
        String name = row.canonical(NAME);
        if (names.size() > 0 && CodePoints.ORDER.compare(names.key(names.size() - 1), name) >= 0) {
            throw row.bad(NAME, Message.of("EXPECTED_SORTED"));
        }
        names.add(name);
    }
}
