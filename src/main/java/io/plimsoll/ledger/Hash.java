package io.plimsoll.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256: 32 bytes, written as 64 lower-case hexadecimal digits. */
public final class Hash {

    /** How many bytes it has. */
    public static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    /** Takes the bytes as they are; they are never changed afterwards. */
    Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are no SHA-256");
        }
        this.bytes = bytes;
    }

    /**
     * The hash with these bytes.
     *
     * @throws IllegalArgumentException unless they are 32
     */
    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /** The hash that is written so; none unless it is written exactly so. */
    public static Optional<Hash> parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            return Optional.empty();
        }
        for (int i = 0; i < hex.length(); i++) {
            char digit = hex.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return Optional.empty();
            }
        }
        return Optional.of(new Hash(HEX.parseHex(hex)));
    }

    /** The bytes, the caller's own. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for hashing alone. */
    byte[] shared() {
        return bytes;
    }

    /** In hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
