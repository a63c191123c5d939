package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * A workbook (XLSX), read part by part from the zip that it is; no part is ever in memory as a whole but the texts that
 * its cells share, which have their own limit.
 *
 * @see "ECMA-376: Office Open XML"
 */
final class Workbook implements AutoCloseable {

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String MAIN = "sheet.main+xml";
    private static final String MACROS = "macroenabled";

    /** A sheet by the name that people gave it. */
    record Sheet(String name, String part) {}

    private final Limits limits;
    private final Allowance allowance;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final CellNumbers numbers = new CellNumbers();
    private final SharedTexts texts;

    private Workbook(Path file, Limits limits, Allowance allowance) throws IOException {
        this.limits = limits;
        this.allowance = allowance;
        this.texts = new SharedTexts(limits.textBytes());
        this.zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        zip.stream().forEach(entry -> parts.put(entry.getName().toLowerCase(Locale.ROOT), entry));
    }

    /** Whether a zip with these names is a document of an office program. */
    static boolean isOne(List<String> names) {
        return names.stream().anyMatch(name -> name.equalsIgnoreCase(CONTENT_TYPES));
    }

    /**
     * Opens a workbook and reads everything but its sheets.
     *
     * @throws IOException also where it can't be taken; {@link Beyond} then stands behind it
     */
    static Workbook open(Path file, Limits limits, Allowance allowance) throws IOException, XMLStreamException {
        Workbook book = new Workbook(file, limits, allowance);
        try {
            book.read();
            return book;
        } catch (IOException | XMLStreamException | RuntimeException failed) {
            book.close();
            throw failed;
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    CellNumbers numbers() {
        return numbers;
    }

    SharedTexts texts() {
        return texts;
    }

    Limits limits() {
        return limits;
    }

    SafeXml xml(String part) throws IOException, XMLStreamException {
        ZipEntry entry = parts.get(part.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new Beyond(SafeXml.broken());
        }
        return new SafeXml(allowance.open(zip, entry));
    }

    private void read() throws IOException, XMLStreamException {
        String main = mainPart();
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        Map<String, String> targets = targets(relations, folder);
        readMain(main, targets);
        if (targets.containsKey("styles")) {
            try (SafeXml xml = xml(targets.get("styles"))) {
                numbers.readStyles(xml);
            }
        }
        if (targets.containsKey("sharedStrings")) {
            try (SafeXml xml = xml(targets.get("sharedStrings"))) {
                texts.read(xml);
            }
        }
    }

    /** Finds the part that names the sheets; macros make it another kind of part. */
    private String mainPart() throws IOException, XMLStreamException {
        if (parts.keySet().stream().anyMatch(part -> part.endsWith("vbaproject.bin"))) {
            throw new Beyond(Message.of("SHEET_MACROS"));
        }
        String main = null;
        try (SafeXml xml = xml(CONTENT_TYPES)) {
            while (xml.next()) {
                String type = xml.begins() ? xml.attribute("ContentType") : null;
                if (type != null && type.toLowerCase(Locale.ROOT).contains(MACROS)) {
                    throw new Beyond(Message.of("SHEET_MACROS"));
                }
                String part = type == null ? null : xml.attribute("PartName");
                if (part != null && type.endsWith(MAIN) && part.startsWith("/")) {
                    main = part.substring(1);
                }
            }
        }
        if (main == null) {
            throw new Beyond(Message.of("UPLOAD_NO_TABLE"));
        }
        return main;
    }

    /** The parts that the workbook uses, by their id, and those there is one of by their kind. */
    private Map<String, String> targets(String relations, String folder) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (SafeXml xml = xml(relations)) {
            while (xml.next()) {
                if (!xml.begins("Relationship")) {
                    continue;
                }
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                String id = xml.attribute("Id");
                if (type == null || target == null || id == null) {
                    throw new Beyond(SafeXml.broken());
                }
                String kind = type.substring(type.lastIndexOf('/') + 1);
                if (kind.equals("externalLink")) {
                    throw new Beyond(Message.of("SHEET_LINKS"));
                }
                String part = target.startsWith("/") ? target.substring(1) : folder + target;
                targets.put("id " + id, part);
                targets.put(kind, part);
            }
        }
        return targets;
    }

    private void readMain(String main, Map<String, String> targets) throws IOException, XMLStreamException {
        try (SafeXml xml = xml(main)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    String from1904 = xml.attribute("date1904");
                    if ("1".equals(from1904) || "true".equals(from1904)) {
                        numbers.countFrom1904();
                    }
                } else if (xml.begins("sheet")) {
                    String part = targets.get("id " + xml.relation());
                    String name = xml.attribute("name");
                    if (part == null || name == null || sheets.size() == limits.zipEntries()) {
                        throw new Beyond(SafeXml.broken());
                    }
                    sheets.add(new Sheet(name, part));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
