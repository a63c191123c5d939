package io.plimsoll.exchange;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The folder that an upload becomes: tables in UTF-8 by their right names, and what was found wrong on the way there. */
final class Canonical {

    private static final String POLICY = "policy/";

    private final Path folder;
    private final Allowance allowance;
    private final Map<String, List<BadInput>> found = new HashMap<>();
    private final Set<String> sheets = new TreeSet<>();
    private final Set<String> tables = new TreeSet<>();

    Canonical(Path folder, Allowance allowance) {
        this.folder = folder;
        this.allowance = allowance;
    }

    /** A file to be written, within what the upload may become. */
    OutputStream write(String file) throws IOException {
        tables.add(file);
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        return allowance.bounded(Files.newOutputStream(target));
    }

    /** A table whose text can't be read at all: nothing stands in its place. */
    void spoil(String file, BadInput why) throws IOException {
        tables.add(file);
        Files.deleteIfExists(folder.resolve(file));
        found(file, List.of(why));
    }

    void found(String file, List<BadInput> errors) {
        if (!errors.isEmpty()) {
            found.computeIfAbsent(file, none -> new ArrayList<>()).addAll(errors);
        }
    }

    static ExchangeRefused twice(String file) {
        return new ExchangeRefused(Message.of("UPLOAD_TABLE_TWICE", "file", file));
    }

    /** Hands the tables of a policy over, with what was found in them. */
    void movePolicy(Canonical to) throws IOException, ExchangeRefused {
        for (String file : tables) {
            if (!file.startsWith(POLICY)) {
                continue;
            }
            if (!to.tables.add(file)) {
                throw twice(file);
            }
            if (Files.exists(folder.resolve(file))) {
                Files.createDirectories(to.folder.resolve(file).getParent());
                Files.move(folder.resolve(file), to.folder.resolve(file));
            }
            to.found(file, found.getOrDefault(file, List.of()));
            if (sheets.contains(file)) {
                to.sheets.add(file);
            }
        }
    }

    void isSheet(String file) {
        sheets.add(file);
    }

    Path folder() {
        return folder;
    }

    Set<String> tables() {
        return tables;
    }

    Map<String, List<BadInput>> found() {
        return found;
    }

    Set<String> sheets() {
        return sheets;
    }
}
