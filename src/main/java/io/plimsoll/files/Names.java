package io.plimsoll.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the registers of a cycle folder call retailers and Skus. Names decide nothing, so a cycle holds none; whoever
 * speaks to people reads them here, from files that have been checked before.
 */
public final class Names {

    private static final String NAME = "name";

    private Names() {}

    /**
     * The names of all Skus that have one, by key.
     *
     * @throws BadInput when the file can't be read any more
     */
    public static Map<String, String> ofSkus(Path folder) throws BadInput {
        Map<String, String> names = new HashMap<>();
        read(folder, Formats.skus(), (key, name) -> names.put(key, name));
        return names;
    }

    /**
     * The name of one retailer; blank where it has none.
     *
     * @throws BadInput when the file can't be read any more
     */
    public static String ofRetailer(Path folder, String retailer) throws BadInput {
        Map<String, String> names = new HashMap<>();
        read(folder, Formats.retailers(Kinds.text()), (key, name) -> {
            if (key.equals(retailer)) {
                names.put(key, name);
            }
        });
        return names.getOrDefault(retailer, "");
    }

    private interface Reader {
        void take(String key, String name);
    }

    private static void read(Path folder, Format format, Reader reader) throws BadInput {
        int nameColumn = format.indexOf(NAME);
        CsvFile.read(folder.resolve(format.file()), format, ReadProgress.SILENT, row -> {
            if (!row.isBlank(nameColumn)) {
                reader.take(row.text(0), row.text(nameColumn));
            }
        });
    }
}
