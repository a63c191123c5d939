package io.plimsoll.exchange;

import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.message.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/**
 * Takes in what people send: says by its content what it is, and makes the tables of it that {@code files} reads. All of
 * it stands in one working folder until the upload is closed.
 */
public final class Uploads {

    static final int SIGNATURE = 8;

    /** A workbook with this table and others is a whole cycle. */
    private static final String CYCLE = "cycle.csv";

    private static final int MEBI = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path workplace;
    private final Limits limits;

    /**
     * Takes uploads into a place.
     *
     * @param workplace a folder that exists; every upload gets a folder of its own in it
     */
    public Uploads(Path workplace, Limits limits) {
        this.workplace = workplace;
        this.limits = limits;
    }

    /**
     * Takes an upload from a stream, no further than to its limit.
     *
     * @param fileName as it was sent; says which table a table alone is, and nothing else
     * @param table one of {@link CycleFolder#TABLES}, where somebody chose it
     * @throws ExchangeRefused where it can't be taken as a whole; nothing of it is left
     * @throws IllegalArgumentException where the chosen table is none
     */
    public Upload take(InputStream in, String fileName, Optional<String> table) throws ExchangeRefused, IOException {
        Path folder = Files.createTempDirectory(workplace, "upload-");
        try {
            Path file = folder.resolve("sent");
            receive(in, file);
            return open(folder, file, fileName, table);
        } catch (ExchangeRefused | IOException | RuntimeException failed) {
            Upload.delete(folder);
            throw failed;
        }
    }

    /** The same from a file that stands elsewhere, and stays there. */
    public Upload take(Path file, String fileName, Optional<String> table) throws ExchangeRefused, IOException {
        if (Files.size(file) > limits.uploadBytes()) {
            throw tooLarge();
        }
        Path folder = Files.createTempDirectory(workplace, "upload-");
        try {
            return open(folder, file, fileName, table);
        } catch (ExchangeRefused | IOException | RuntimeException failed) {
            Upload.delete(folder);
            throw failed;
        }
    }

    /**
     * A file as it was sent.
     *
     * @param name says which table a table alone is, and nothing else
     */
    public record Sent(Path file, String name) {}

    /**
     * Takes the tables of one policy out of files of any kind together; the files stay. What else a whole cycle holds is
     * passed over.
     *
     * @return an upload of some tables; none where nothing of a policy came
     * @throws ExchangeRefused where one of them can't be taken as a whole, or a table came twice; nothing is left
     */
    public Upload takePolicy(List<Sent> files) throws ExchangeRefused, IOException {
        Path folder = Files.createTempDirectory(workplace, "upload-");
        try {
            Allowance allowance = new Allowance(limits);
            Canonical policy = new Canonical(Files.createDirectory(folder.resolve("tables")), allowance);
            for (int i = 0; i < files.size(); i++) {
                Sent sent = files.get(i);
                if (Files.size(sent.file()) > limits.uploadBytes()) {
                    throw tooLarge();
                }
                Path own = Files.createDirectory(folder.resolve("file-" + i));
                Canonical tables = new Canonical(Files.createDirectory(own.resolve("tables")), allowance);
                open(own, sent.file(), TableNames.ofFile(sent.name()), allowance, tables, true);
                tables.movePolicy(policy);
            }
            return new Upload(folder, policy, false);
        } catch (ExchangeRefused | IOException | RuntimeException failed) {
            Upload.delete(folder);
            throw failed;
        }
    }

    /**
     * Takes a file of grants, whatever it and its sheet are called; the file stays.
     *
     * @return an upload of {@link GrantsFile#FILE_NAME} alone
     * @throws ExchangeRefused where it is no one table; nothing of it is left
     */
    public Upload takeGrants(Path file) throws ExchangeRefused, IOException {
        if (Files.size(file) > limits.uploadBytes()) {
            throw tooLarge();
        }
        Path folder = Files.createTempDirectory(workplace, "upload-");
        try {
            boolean isBareZip = isZip(Encoding.head(file, SIGNATURE))
                    && !Workbook.isOne(ZipDirectory.names(file, limits.workbookParts()));
            if (isBareZip) {
                throw new ExchangeRefused(Message.of("GRANTS_ONE_TABLE"));
            }
            Allowance allowance = new Allowance(limits);
            Canonical tables = new Canonical(Files.createDirectory(folder.resolve("tables")), allowance);
            open(folder, file, Optional.of(GrantsFile.FILE_NAME), allowance, tables, false);
            if (!tables.tables().equals(Set.of(GrantsFile.FILE_NAME))) {
                throw new ExchangeRefused(Message.of("GRANTS_ONE_TABLE"));
            }
            return new Upload(folder, tables, false);
        } catch (Beyond | ZipException | EOFException failed) {
            Upload.delete(folder);
            throw Beyond.behind(failed, Message.of("ZIP_BROKEN"));
        } catch (ExchangeRefused | IOException | RuntimeException failed) {
            Upload.delete(folder);
            throw failed;
        }
    }

    private void receive(InputStream in, Path file) throws ExchangeRefused, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            int count = in.read(buffer);
            while (count >= 0) {
                bytes += count;
                if (bytes > limits.uploadBytes()) {
                    throw tooLarge();
                }
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        }
    }

    private ExchangeRefused tooLarge() {
        return new ExchangeRefused(Message.of("UPLOAD_TOO_LARGE", "limit", limits.uploadBytes() / MEBI));
    }

    private Upload open(Path folder, Path file, String fileName, Optional<String> chosen)
            throws ExchangeRefused, IOException {
        if (chosen.isPresent() && !CycleFolder.TABLES.contains(chosen.get())) {
            throw new IllegalArgumentException("no table of a cycle: " + chosen.get());
        }
        Optional<String> table = chosen.or(() -> TableNames.ofFile(fileName));
        Allowance allowance = new Allowance(limits);
        Canonical tables = new Canonical(Files.createDirectory(folder.resolve("tables")), allowance);
        return new Upload(folder, tables, open(folder, file, table, allowance, tables, false));
    }

    /** Takes one file apart, and says whether it is a whole cycle. */
    private boolean open(
            Path folder, Path file, Optional<String> table, Allowance allowance, Canonical tables, boolean policyOnly)
            throws ExchangeRefused, IOException {
        byte[] head = Encoding.head(file, SIGNATURE);
        try {
            if (!isZip(head)) {
                refuseOthers(file, head);
                String name = table.orElseThrow(
                        () -> new ExchangeRefused(Message.of("UPLOAD_WHICH_TABLE", "files", TableNames.all())));
                CsvUpload.take(file, name, false, tables);
                return false;
            }
            List<String> names = ZipDirectory.names(file, limits.workbookParts());
            if (Workbook.isOne(names)) {
                WorkbookUpload.take(file, table, limits, allowance, tables);
                boolean several = tables.tables().size() > 1;
                return several && tables.tables().contains(CYCLE);
            }
            names = ZipDirectory.names(file, limits.zipEntries());
            ZipUpload zip = new ZipUpload(file, folder.resolve("raw"), allowance, tables);
            if (policyOnly) {
                zip.takePolicy(names);
            } else {
                zip.take(names);
            }
            return true;
        } catch (XMLStreamException failed) {
            throw Beyond.behind(failed, SafeXml.broken());
        } catch (Beyond | ZipException | EOFException failed) {
            throw Beyond.behind(failed, Message.of("ZIP_BROKEN"));
        }
    }

    static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    private static void refuseOthers(Path file, byte[] head) throws ExchangeRefused, IOException {
        if (head.length == 0) {
            throw new ExchangeRefused(Message.of("UPLOAD_EMPTY"));
        }
        boolean oldOffice = head.length == SIGNATURE
                && head[0] == (byte) 0xD0
                && head[1] == (byte) 0xCF
                && head[2] == 0x11
                && head[3] == (byte) 0xE0;
        if (oldOffice) {
            throw new ExchangeRefused(Message.of("UPLOAD_OLD_EXCEL"));
        }
        boolean isText = Encoding.mark(file) != Encoding.Mark.NONE;
        for (byte b : Encoding.head(file, BUFFER)) {
            if (b == 0 && !isText) {
                throw new ExchangeRefused(Message.of("UPLOAD_NO_TABLE"));
            }
        }
    }
}
