package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Tables that were handed in as bytes, by relative name. */
final class GivenFiles implements TableSource {

    private final Map<String, byte[]> files;

    GivenFiles(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public Collection<String> policyFiles() {
        return files.keySet();
    }

    @Override
    public Table table(Format format) throws BadInput {
        byte[] content = files.get(format.file());
        if (content == null) {
            throw BadInput.inFile(format.file(), Message.of("EXPECTED_FILE"));
        }
        return Table.read(new ByteArrayInputStream(content), format);
    }

    @Override
    public Table optionalTable(Format format) throws BadInput {
        return files.containsKey(format.file()) ? table(format) : Table.empty(format);
    }

    @Override
    public Table addedTable(Format format) throws BadInput {
        return optionalTable(format);
    }

    @Override
    public boolean isRetailer(String name) {
        return false;
    }
}
