package io.plimsoll.allocation;

import io.plimsoll.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The published draw that decides between equal keys: the smaller SHA-256 of {@code seed|cycle|sku|retailer} comes
 * first. Comparing digests as unsigned bytes is comparing their lower-case hex texts.
 *
 * @see "R34; docs/mechanism.md, section 3, step 2"
 */
public final class Draw {

    private final byte[][] beforeRetailer;
    private final byte[][] retailer;
    private final ThreadLocal<MessageDigest> sha256 = ThreadLocal.withInitial(Sha256::begin);

    /** A draw over these Skus and retailers, which are from now on named by their positions. */
    public Draw(String seed, String cycle, List<String> skus, List<String> retailers) {
        beforeRetailer = skus.stream()
                .map(sku -> bytes(seed + "|" + cycle + "|" + sku + "|"))
                .toArray(byte[][]::new);
        retailer = retailers.stream().map(Draw::bytes).toArray(byte[][]::new);
    }

    /** The first eight bytes of the lot, to be compared unsigned; decides unless two lots agree in all of them. */
    long prefix(int skuIndex, int retailerIndex) {
        return ByteBuffer.wrap(lot(skuIndex, retailerIndex)).getLong();
    }

    /** Below 0 where the first retailer's lot for this Sku comes before the second's. */
    public int compare(int skuIndex, int firstRetailer, int secondRetailer) {
        return Arrays.compareUnsigned(lot(skuIndex, firstRetailer), lot(skuIndex, secondRetailer));
    }

    private byte[] lot(int skuIndex, int retailerIndex) {
        MessageDigest digest = sha256.get();
        digest.update(beforeRetailer[skuIndex]);
        return digest.digest(retailer[retailerIndex]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
