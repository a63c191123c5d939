package io.plimsoll.service.policies;

import io.plimsoll.exchange.CycleZip;
import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Limits;
import io.plimsoll.exchange.Upload;
import io.plimsoll.exchange.Uploads;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import io.plimsoll.files.TableReport;
import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The tables of a policy as files of every kind that {@code exchange} knows: CSV in UTF-8 or GB18030, XLSX, and ZIP. They
 * come in by the code, the limits and the errors of all uploads, and what goes out comes in again as the same policy.
 */
@ApplicationScoped
class PolicyFiles {

    /** Most bytes of a file as it is sent, and of all tables together: some 200,000 rows. */
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_FILES = 64;
    private static final int MOST_LISTED = 200;
    private static final String FOLDER = "policy/";

    private final Workplace place;

    PolicyFiles(Workplace place) {
        this.place = place;
    }

    /** How a whole policy goes out. */
    enum Form {
        /** Byte by byte what the digest is made of. */
        EXACT(".zip", "application/zip"),
        /** Nothing in it that a spreadsheet would run. */
        SPREADSHEETS("-spreadsheets.zip", "application/zip"),
        WORKBOOK(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String mediaType;

        Form(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        static Form named(String name) {
            return switch (name) {
                case "exact" -> EXACT;
                case "spreadsheets" -> SPREADSHEETS;
                case "workbook" -> WORKBOOK;
                default ->
                    throw Refused.field(
                            "form", Message.of("EXPORT_FORMAT_EXPECTED", "formats", "exact, spreadsheets, workbook"));
            };
        }

        String ending() {
            return ending;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * Takes the tables out of what was sent.
     *
     * @return by the names that {@code files} knows, such as {@code policy/floats.csv}
     * @throws Refused with every row that can't be taken
     */
    SortedMap<String, byte[]> take(List<Uploads.Sent> sent, Objections objections) {
        if (sent.size() > MOST_FILES) {
            throw tooLarge();
        }
        return inTurn(folder -> tables(folder, sent, objections));
    }

    /** The same of a body that is the file itself. */
    SortedMap<String, byte[]> take(InputStream content, String name, Objections objections) {
        return inTurn(folder -> {
            Path file = folder.resolve("sent");
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            Files.write(file, bytes);
            return tables(folder, List.of(new Uploads.Sent(file, name)), objections);
        });
    }

    /** The same of texts by the names of their files, each taken character for character. */
    SortedMap<String, byte[]> take(Map<String, String> texts, Objections objections) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String name = FOLDER + baseName(text.getKey());
            byte[] content = (text.getValue() == null ? "" : text.getValue()).getBytes(StandardCharsets.UTF_8);
            bytes += content.length;
            if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
                throw tooLarge();
            }
            if (files.put(name, content) != null) {
                throw Refused.field("files", Message.of("UPLOAD_TABLE_TWICE", "file", name));
            }
        }
        return inTurn(folder -> {
            Path file = folder.resolve("sent");
            Files.write(file, stored(files));
            return tables(folder, List.of(new Uploads.Sent(file, "policy.zip")), objections);
        });
    }

    private static String baseName(String name) {
        String path = name.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] stored(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private SortedMap<String, byte[]> inTurn(Workplace.Work<SortedMap<String, byte[]>> work) {
        try {
            return place.workInTurn(work);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SortedMap<String, byte[]> tables(Path folder, List<Uploads.Sent> sent, Objections objections)
            throws IOException {
        // What is put around the tables of a policy takes room too.
        Limits limits = Limits.DEFAULT.withUploadBytes(MOST_BYTES + (1 << 16));
        try (Upload upload = new Uploads(folder, limits).takePolicy(sent)) {
            refuseErrors(upload.preview(Known.NOTHING, objections));
            SortedMap<String, byte[]> tables = new TreeMap<>();
            long bytes = 0;
            for (String table : upload.tables()) {
                bytes += Files.size(upload.folder().resolve(table));
                if (bytes > MOST_BYTES) {
                    throw tooLarge();
                }
                tables.put(table, Files.readAllBytes(upload.folder().resolve(table)));
            }
            return tables;
        } catch (ExchangeRefused refused) {
            if (refused.reason().code().equals("UPLOAD_TOO_LARGE")) {
                throw tooLarge();
            }
            throw Refused.field("files", refused.reason());
        }
    }

    private static void refuseErrors(List<TableReport> reports) {
        List<FieldError> errors = new ArrayList<>();
        long unlisted = 0;
        for (TableReport report : reports) {
            for (BadInput bad : report.errors()) {
                if (errors.size() < MOST_LISTED) {
                    errors.add(new FieldError("files", bad.message()));
                } else {
                    unlisted++;
                }
            }
            unlisted += report.unlisted();
        }
        if (unlisted > 0) {
            errors.add(new FieldError("files", Message.of("POLICY_MORE_ERRORS", "count", unlisted)));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static Refused tooLarge() {
        return new Refused(Problem.TOO_LARGE, Message.of("POLICY_TOO_LARGE", "most", MOST_BYTES >> 20));
    }

    /** The files of a policy in one piece; the same for the same files. */
    byte[] out(SortedMap<String, byte[]> files, Form form) {
        try {
            return place.work(folder -> {
                Files.createDirectory(folder.resolve(FOLDER));
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                return inOnePiece(folder, form);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] inOnePiece(Path folder, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (form) {
                case EXACT -> CycleZip.exact(folder, out);
                case SPREADSHEETS -> CycleZip.forSpreadsheets(folder, out);
                case WORKBOOK -> CycleZip.workbook(folder, out);
            }
        } catch (ExchangeRefused tooLong) {
            throw new IOException(tooLong);
        }
        return out.toByteArray();
    }
}
