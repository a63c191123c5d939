package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What one upload may still become: every byte that is unpacked and every byte that is written is taken off it. */
final class Allowance {

    private static final int RATIO_COUNTS_FROM = 1_000_000;
    private static final int MEBI = 1 << 20;

    private final Limits limits;
    private long unpacked;
    private long written;

    Allowance(Limits limits) {
        this.limits = limits;
    }

    private Message tooMuch() {
        return Message.of("ZIP_TOO_LARGE", "limit", limits.unpackedBytes() / MEBI);
    }

    /** The content of an entry; fails where it becomes too much, or is not what the zip says it is. */
    InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
        return new Unpacking(zip.getInputStream(entry), entry);
    }

    /** A stream that fails where too much is written to it. */
    OutputStream bounded(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                written += length;
                if (written > limits.unpackedBytes()) {
                    throw new Beyond(tooMuch());
                }
                out.write(bytes, offset, length);
            }
        };
    }

    private final class Unpacking extends FilterInputStream {

        private final ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long bytes;

        private Unpacking(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
                if (sum.getValue() != entry.getCrc()) {
                    throw new ZipException("the sum is another");
                }
                return count;
            }
            sum.update(target, offset, count);
            bytes += count;
            unpacked += count;
            if (unpacked > limits.unpackedBytes()) {
                throw new Beyond(tooMuch());
            }
            if (bytes > RATIO_COUNTS_FROM && bytes / limits.ratio() > entry.getCompressedSize()) {
                throw new Beyond(Message.of("ZIP_BOMB", "ratio", limits.ratio()));
            }
            return count;
        }

        @Override
        public long skip(long count) {
            throw new UnsupportedOperationException("every byte counts");
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
