package io.plimsoll.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of what is written to it. */
final class Sha256 extends OutputStream {

    /** Something that writes CSV. */
    @FunctionalInterface
    interface Content {
        void writeTo(CsvOut out) throws IOException;
    }

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Lower-case hex over all that the content writes. */
    static String of(Content content) {
        Sha256 sha = new Sha256();
        CsvOut out = new CsvOut(sha);
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(sha.digest.digest());
    }

    @Override
    public void write(int oneByte) {
        digest.update((byte) oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }
}
