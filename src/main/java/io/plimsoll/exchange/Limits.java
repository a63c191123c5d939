package io.plimsoll.exchange;

/**
 * How much an upload may cost. What is beyond is refused as soon as it is met, so that memory and disk stay within these
 * figures whatever is sent.
 *
 * @param uploadBytes of the upload as it is received
 * @param zipEntries files and folders in a zip
 * @param workbookParts the same in a workbook, which is a zip too
 * @param unpackedBytes of all that is unpacked or written of one upload
 * @param ratio how many bytes one byte of a zip may become, once more than a million have come of an entry
 * @param rows of one sheet that hold something
 * @param blankRows that may stand in one piece, at the end of a sheet or elsewhere
 * @param textBytes of all the texts that the cells of a workbook share; held in memory
 */
public record Limits(
        long uploadBytes,
        int zipEntries,
        int workbookParts,
        long unpackedBytes,
        int ratio,
        int rows,
        int blankRows,
        int textBytes) {

    private static final int MEBI = 1 << 20;

    /** What suits a county: 64 MiB as sent, 256 MiB unpacked, a million rows. */
    public static final Limits DEFAULT = new Limits(64L * MEBI, 64, 512, 256L * MEBI, 200, MEBI, 100_000, 24 * MEBI);

    public Limits {
        if (uploadBytes < 1
                || zipEntries < 1
                || workbookParts < 1
                || unpackedBytes < 1
                || ratio < 1
                || rows < 1
                || blankRows < 0
                || textBytes < 1) {
            throw new IllegalArgumentException("a limit below its least");
        }
    }

    /** The same with another size of the upload, since that is what people set. */
    public Limits withUploadBytes(long bytes) {
        return new Limits(bytes, zipEntries, workbookParts, unpackedBytes, ratio, rows, blankRows, textBytes);
    }
}
