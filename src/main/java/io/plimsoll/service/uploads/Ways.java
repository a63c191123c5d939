package io.plimsoll.service.uploads;

import io.plimsoll.exchange.TableFormat;
import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways in which data go out, by the names that addresses use. */
public final class Ways {

    private static final Map<String, TableFormat> TABLE = new LinkedHashMap<>();
    private static final String XLSX = TableFormat.XLSX.mediaType();

    static {
        TABLE.put("csv", TableFormat.CSV);
        TABLE.put("csv-marked", TableFormat.CSV_MARKED);
        TABLE.put("csv-gb18030", TableFormat.CSV_GB18030);
        TABLE.put("xlsx", TableFormat.XLSX);
    }

    private Ways() {}

    /** A whole cycle. */
    enum Whole {
        EXACT("exact", ".zip", "application/zip"),
        SPREADSHEETS("spreadsheets", "-spreadsheets.zip", "application/zip"),
        WORKBOOK("workbook", ".xlsx", XLSX);

        private final String name;
        private final String ending;
        private final String mediaType;

        Whole(String name, String ending, String mediaType) {
            this.name = name;
            this.ending = ending;
            this.mediaType = mediaType;
        }

        static Whole named(String name) {
            for (Whole each : values()) {
                if (each.name.equals(name)) {
                    return each;
                }
            }
            throw Refused.field(
                    "form", Message.of("EXPORT_FORMAT_EXPECTED", "formats", "exact, spreadsheets, workbook"));
        }

        String ending() {
            return ending;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** One table. */
    public static TableFormat table(String name) {
        TableFormat format = TABLE.get(name);
        if (format == null) {
            throw Refused.field(
                    "format", Message.of("EXPORT_FORMAT_EXPECTED", "formats", String.join(", ", TABLE.keySet())));
        }
        return format;
    }
}
