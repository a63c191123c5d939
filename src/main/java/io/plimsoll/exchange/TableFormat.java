package io.plimsoll.exchange;

/** The ways in which one table goes out, and comes back in. */
public enum TableFormat {
    /** CSV in UTF-8 without a byte order mark. */
    CSV(".csv", "text/csv; charset=utf-8"),

    /** The same with the mark by which Excel knows UTF-8. */
    CSV_MARKED(".csv", "text/csv; charset=utf-8"),

    /** CSV as Excel reads and writes it on a Chinese Windows. */
    CSV_GB18030(".csv", "text/csv; charset=gb18030"),

    /** A workbook with one sheet. */
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    TableFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What the name of such a file ends in. */
    public String extension() {
        return extension;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }
}
