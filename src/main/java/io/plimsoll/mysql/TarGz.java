package io.plimsoll.mysql;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks the plain files of a compressed tar archive. Links, of which the server needs none, are passed over.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06">ustar</a>
 */
final class TarGz {

    private static final int BLOCK = 512;
    private static final int NAME_END = 100;
    private static final int MODE = 100;
    private static final int MODE_END = 108;
    private static final int SIZE = 124;
    private static final int SIZE_END = 136;
    private static final int TYPE = 156;
    private static final int EXECUTABLE = 0100;

    private final InputStream in;
    private final Path target;

    private TarGz(InputStream in, Path target) {
        this.in = in;
        this.target = target;
    }

    /**
     * Unpacks everything.
     *
     * @param archive is read to its end, and not closed
     * @param target a folder
     */
    static void unpack(InputStream archive, Path target) throws IOException {
        InputStream in = new BufferedInputStream(new GZIPInputStream(archive, 1 << 16), 1 << 16);
        TarGz tar = new TarGz(in, target.normalize());
        while (tar.unpackNext()) {
            // Until there is none.
        }
    }

    private boolean unpackNext() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length < BLOCK) {
            throw new EOFException("the archive breaks off");
        }
        if (header[0] == 0) {
            // Reading on finds out whether the sum of it all is right.
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        }
        long size = number(header, SIZE, SIZE_END);
        if (header[TYPE] == '0' || header[TYPE] == 0) {
            Path file = target.resolve(text(header, 0, NAME_END)).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("the archive reaches out of its folder: " + file);
            }
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(size, out);
            }
            if ((number(header, MODE, MODE_END) & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } else {
            copy(size, OutputStream.nullOutputStream());
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return true;
    }

    private void copy(long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = size;
        while (left > 0) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                throw new EOFException("the archive breaks off");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static long number(byte[] header, int from, int end) throws IOException {
        String octal = text(header, from, end).trim();
        try {
            return Long.parseLong(octal, 8);
        } catch (NumberFormatException noNumber) {
            throw new IOException("the archive has no number where one should be: " + octal, noNumber);
        }
    }

    private static String text(byte[] header, int from, int end) {
        int last = from;
        while (last < end && header[last] != 0) {
            last++;
        }
        return new String(header, from, last - from, StandardCharsets.UTF_8);
    }
}
