package io.plimsoll.exchange;

import io.plimsoll.files.CycleFolder;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A whole cycle as a zip of its folder, with or without the folder itself in it. Only tables are unpacked; what systems
 * put beside them is passed over, as {@code files} passes over files that are none of its own.
 */
final class ZipUpload {

    private static final String POLICY = "policy/";
    private static final String PACKED = ".*\\.(zip|xlsx|xlsm|jar|7z|rar|gz|tgz|bz2|xz|tar)";

    private final Path file;
    private final Path raw;
    private final Allowance allowance;
    private final Canonical into;

    /**
     * Prepares the unpacking.
     *
     * @param raw where one entry at a time may stand as it was packed
     */
    ZipUpload(Path file, Path raw, Allowance allowance, Canonical into) {
        this.file = file;
        this.raw = raw;
        this.allowance = allowance;
        this.into = into;
    }

    /** Takes what stands in a folder {@code policy}, wherever that is; where there is none, every table. */
    void takePolicy(List<String> names) throws IOException, ExchangeRefused {
        List<String> files = names.stream().filter(ZipUpload::counts).toList();
        for (String name : files) {
            if (name.toLowerCase(Locale.ROOT).matches(PACKED)) {
                throw new ExchangeRefused(Message.of("ZIP_NESTED", "name", name));
            }
        }
        boolean hasFolder = files.stream().anyMatch(ZipUpload::isInPolicy);
        Map<String, Integer> tables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isTable = name.toLowerCase(Locale.ROOT).endsWith(".csv");
            if (counts(name) && isTable && (!hasFolder || isInPolicy(name))) {
                String table = POLICY + name.substring(name.lastIndexOf('/') + 1);
                if (tables.put(table, i) != null) {
                    throw Canonical.twice(table);
                }
            }
        }
        unpack(names, tables);
        keepWrongNames(tables);
    }

    private static boolean isInPolicy(String name) {
        return name.startsWith(POLICY) || name.contains('/' + POLICY);
    }

    void take(List<String> names) throws IOException, ExchangeRefused {
        String top = topFolder(names.stream().filter(ZipUpload::counts).toList());
        Map<String, Integer> tables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (counts(name) && name.startsWith(top)) {
                if (name.toLowerCase(Locale.ROOT).matches(PACKED)) {
                    throw new ExchangeRefused(Message.of("ZIP_NESTED", "name", name));
                }
                tables.put(name.substring(top.length()), i);
            }
        }
        if (CycleFolder.FILES.stream().noneMatch(tables::containsKey)) {
            throw new ExchangeRefused(Message.of("ZIP_NO_CYCLE", "files", TableNames.all()));
        }
        unpack(names, tables);
        keepWrongNames(tables);
    }

    /** Unpacks the entries that are tables; these by their places among all. */
    private void unpack(List<String> names, Map<String, Integer> tables) throws IOException, ExchangeRefused {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            if (entries.size() != names.size()) {
                throw ZipDirectory.broken();
            }
            for (String table : CycleFolder.FILES) {
                if (tables.containsKey(table)) {
                    unpack(zip, entries.get(tables.get(table)), table);
                }
            }
        }
    }

    /** Whether an entry is a file that people put there. */
    private static boolean counts(String name) {
        boolean hidden = name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
        return !name.endsWith("/") && !hidden;
    }

    /** The one folder that everything stands in, as systems pack it; blank where there is none. */
    private static String topFolder(List<String> names) {
        String first = names.isEmpty() ? "" : names.get(0);
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean holdsAll = names.stream().allMatch(name -> name.startsWith(top));
        return holdsAll && !top.equals(POLICY) ? top : "";
    }

    private void unpack(ZipFile zip, ZipEntry entry, String table) throws IOException, ExchangeRefused {
        try (InputStream in = allowance.open(zip, entry)) {
            Files.copy(in, raw, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Uploads.isZip(Encoding.head(raw, Uploads.SIGNATURE))) {
            throw new ExchangeRefused(Message.of("ZIP_NESTED", "name", table));
        }
        CsvUpload.take(raw, table, true, into);
        Files.delete(raw);
    }

    /** Tables by a name that counts for nothing: their names are judged, their content is not. */
    private void keepWrongNames(Map<String, Integer> tables) throws IOException {
        for (String name : tables.keySet()) {
            boolean mayBeMeant =
                    name.matches(POLICY + "[^/]+\\.(?i:csv)") || name.matches("(?i:submission)[^/]*\\.(?i:csv)");
            if (mayBeMeant && !CycleFolder.FILES.contains(name)) {
                into.write(name).close();
            }
        }
    }
}
