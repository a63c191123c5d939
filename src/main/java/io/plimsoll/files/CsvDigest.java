package io.plimsoll.files;

import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** The digest of a table as this house would write it. */
final class CsvDigest {

    /** Something that writes CSV. */
    @FunctionalInterface
    interface Content {
        void writeTo(CsvOut out) throws IOException;
    }

    private CsvDigest() {}

    /** SHA-256 in lower-case hex over all that the content writes. */
    static String of(Content content) {
        MessageDigest digest = Sha256.begin();
        CsvOut out = new CsvOut(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Sha256.hex(digest);
    }
}
