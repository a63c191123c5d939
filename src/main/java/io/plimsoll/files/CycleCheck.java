package io.plimsoll.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says everything that is wrong with the tables of a cycle, where {@link CycleFolder} stops at the first: for people who
 * mend a file by hand. An error makes no others: a name is unknown only where the register that should hold it was read
 * to its end, and a row of the register that is bad holds its name all the same.
 */
public final class CycleCheck {

    private static final Set<String> MUST_BE_THERE =
            Set.of(Formats.CYCLE, Formats.FLOATS, Formats.WEIGHTS, Formats.RETAILERS, Formats.SKUS, Formats.ORDERS);

    private final Path folder;
    private final Map<String, List<BadInput>> found;
    private final Set<String> byRecord;
    private final Objections objections;

    /** Whether the tables are no part of a cycle. */
    private boolean apart;

    /**
     * Prepares a check.
     *
     * @param folder holds tables in UTF-8
     * @param found by file, what was found wrong before the tables came to stand here
     * @param byRecord files whose rows are counted instead of their lines, since they came as sheets
     * @param objections what else is asked of rows
     */
    public CycleCheck(Path folder, Map<String, List<BadInput>> found, Set<String> byRecord, Objections objections) {
        this.folder = folder;
        this.found = found;
        this.byRecord = byRecord;
        this.objections = objections;
    }

    /** Judges a whole cycle: its tables that are there or should be, and those whose names are wrong. */
    public List<TableReport> wholeCycle() {
        List<TableReport> reports = new ArrayList<>(misnamed());
        List<String> files = CycleFolder.FILES.stream()
                .filter(file -> MUST_BE_THERE.contains(file) || isThere(file))
                .toList();
        reports.addAll(judged(files, Known.OF_A_CYCLE, false));
        return List.copyOf(reports);
    }

    /**
     * Judges some tables.
     *
     * @param files of {@link CycleFolder#TABLES}; each other's registers count before those that are known
     * @param known what else they refer to
     */
    public List<TableReport> tables(Collection<String> files, Known known) {
        return judged(files, known, true);
    }

    /** Judges a file of grants, which is no table of a cycle: names that nobody knows are evidence. */
    public TableReport grants() {
        return checked(GrantsFile.FILE_NAME, Known.NOTHING).report();
    }

    private List<TableReport> judged(Collection<String> files, Known known, boolean areApart) {
        apart = areApart;
        Map<String, TableCheck> checks = new HashMap<>();
        Register retailers = files.contains(Formats.RETAILERS) ? names(Formats.RETAILERS) : known.retailers();
        Known all = new Known(retailers, known.skus(), known.unsold(), known.floats(), known.weights());
        Register skus = registerOf(Formats.SKUS, files, all, checks, known.skus());
        all = new Known(retailers, skus, known.unsold(), known.floats(), known.weights());
        all = new Known(
                retailers,
                skus,
                registerOf(Formats.UNSOLD_SKUS, files, all, checks, known.unsold()),
                registerOf(Formats.FLOATS, files, all, checks, known.floats()),
                registerOf(Formats.WEIGHTS, files, all, checks, known.weights()));
        List<TableReport> reports = new ArrayList<>();
        for (String file : CycleFolder.TABLES) {
            if (files.contains(file)) {
                TableCheck check = checks.containsKey(file) ? checks.get(file) : checked(file, all);
                reports.add(check.report());
            }
        }
        return reports;
    }

    private Register registerOf(
            String file, Collection<String> files, Known known, Map<String, TableCheck> checks, Register otherwise) {
        if (!files.contains(file)) {
            return otherwise;
        }
        TableCheck check = checked(file, known);
        checks.put(file, check);
        return check.register();
    }

    private boolean isThere(String file) {
        return found.containsKey(file) || CsvFile.exists(folder.resolve(file));
    }

    private TableCheck checked(String file, Known known) {
        Format format = known.format(file, apart);
        TableCheck check = switch (file) {
            case Formats.ORDERS -> new OrdersCheck(format, objections);
            case GrantsFile.FILE_NAME -> new GrantsCheck(format, objections);
            case Formats.CYCLE -> new CycleRowCheck(format, objections);
            case Formats.CLASS_CUTOFFS -> new CutoffsCheck(format, objections);
            default -> new TableCheck(format, objections);
        };
        List<BadInput> foundHere = found.getOrDefault(file, List.of());
        if (!foundHere.isEmpty() && !CsvFile.exists(folder.resolve(file))) {
            check.giveUp(foundHere);
        } else {
            check.read(folder.resolve(file), foundHere, byRecord.contains(file));
        }
        return check;
    }

    /** The names in a register that will be judged later. */
    private Register names(String file) {
        return checked(file, Known.NOTHING).register();
    }

    private List<TableReport> misnamed() {
        List<BadInput> errors = new ArrayList<>();
        try {
            errors.addAll(CycleFolder.misnamedSubmissions(folder));
            errors.addAll(PolicyReader.unknownFiles(new FolderReader(folder, ReadProgress.SILENT)));
        } catch (BadInput unreadable) {
            errors.add(unreadable);
        }
        return errors.stream()
                .map(bad -> new TableReport(bad.file(), 0, List.of(), List.of(), List.of(bad), 0))
                .toList();
    }
}
