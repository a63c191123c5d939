package io.plimsoll.service.uploads;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.message.Message;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables that other rooms keep. */
@ApplicationScoped
class RoomTables {

    private final Instance<RoomTable> tables;

    RoomTables(@Any Instance<RoomTable> tables) {
        this.tables = tables;
    }

    /** Whether other rooms keep all of these. */
    boolean holdAll(Set<String> files) {
        return !files.isEmpty() && files.stream().allMatch(this::holds);
    }

    /** Whether another room keeps this one. */
    boolean holds(String file) {
        return tables.stream().anyMatch(table -> table.file().equals(file));
    }

    /** What their rooms ask of the rows of these files. */
    Objections objections(Set<String> files) {
        Map<String, Objections> byFile = new TreeMap<>();
        tables.stream()
                .filter(table -> files.contains(table.file()))
                .forEach(table -> byFile.put(table.file(), table.objections()));
        return new Objections() {
            @Override
            public boolean concern(String file) {
                return byFile.containsKey(file) && byFile.get(file).concern(file);
            }

            @Override
            public Map<String, Message> to(String file, Map<String, String> row) {
                return byFile.get(file).to(file, row);
            }
        };
    }

    void store(Viewer planner, long upload, Set<String> files, Path folder) throws BadInput {
        for (RoomTable table : tables) {
            if (files.contains(table.file())) {
                table.store(planner, upload, folder);
            }
        }
    }
}
