package io.plimsoll.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says everything that is wrong with the tables of a cycle, where {@link CycleFolder} stops at the first: for people who
 * mend a file by hand. An error makes no others: a name is unknown only where the register that should hold it was read
 * to its end, and a row of the register that is bad holds its name all the same.
 */
public final class CycleCheck {

    private static final Set<String> MAY_BE_MISSING = Set.of(
            Formats.POLICY_NAME,
            Formats.BALANCE,
            Formats.PACING,
            Formats.TIER_CEILINGS,
            Formats.SKU_CEILINGS,
            Formats.ALERTS,
            Formats.SUBMISSIONS);

    private final Path folder;
    private final Map<String, List<BadInput>> found;
    private final Set<String> byRecord;

    /**
     * Prepares a check.
     *
     * @param folder holds tables in UTF-8
     * @param found by file, what was found wrong before the tables came to stand here
     * @param byRecord files whose rows are counted instead of their lines, since they came as sheets
     */
    public CycleCheck(Path folder, Map<String, List<BadInput>> found, Set<String> byRecord) {
        this.folder = folder;
        this.found = found;
        this.byRecord = byRecord;
    }

    /** Judges a whole cycle: its tables that are there or should be, and those whose names are wrong. */
    public List<TableReport> wholeCycle() {
        List<TableReport> reports = new ArrayList<>(misnamed());
        Register retailers = namesOf(Formats.RETAILERS);
        Known known = new Known(retailers, Register.UNREAD, Register.UNREAD, Register.UNREAD);
        Register floats = read(Formats.FLOATS, known, reports);
        Register weights = read(Formats.WEIGHTS, known, reports);
        read(Formats.RETAILERS, new Known(retailers, Register.UNREAD, floats, weights), reports);
        Register skus = read(Formats.SKUS, known, reports);
        Known all = new Known(retailers, skus, floats, weights);
        for (String file : CycleFolder.FILES) {
            if (reports.stream().noneMatch(report -> report.file().equals(file))) {
                read(file, all, reports);
            }
        }
        reports.sort((left, right) -> Integer.compare(place(left), place(right)));
        return List.copyOf(reports);
    }

    /**
     * Judges one table.
     *
     * @param file one of {@link CycleFolder#FILES}
     * @param known what its references are judged against
     */
    public TableReport table(String file, Known known) {
        TableCheck check = checked(file, known);
        return check.report();
    }

    private Register read(String file, Known known, List<TableReport> reports) {
        boolean thereOrShouldBe =
                !MAY_BE_MISSING.contains(file) || found.containsKey(file) || CsvFile.exists(folder.resolve(file));
        TableCheck check = checked(file, known);
        if (thereOrShouldBe) {
            reports.add(check.report());
        }
        return check.register();
    }

    private TableCheck checked(String file, Known known) {
        Format format = known.format(file);
        TableCheck check = switch (file) {
            case Formats.ORDERS -> new OrdersCheck(format);
            case Formats.CYCLE -> new CycleRowCheck(format);
            default -> new TableCheck(format);
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
    private Register namesOf(String file) {
        return checked(file, Known.NOTHING).register();
    }

    private List<TableReport> misnamed() {
        List<BadInput> errors = new ArrayList<>();
        try {
            errors.addAll(CycleFolder.misnamedSubmissions(folder));
            errors.addAll(PolicyFolder.unknownFiles(folder.resolve(Formats.POLICY)));
        } catch (BadInput unreadable) {
            errors.add(unreadable);
        }
        return errors.stream()
                .map(bad -> new TableReport(bad.file(), 0, List.of(), List.of(), List.of(bad), 0))
                .toList();
    }

    /** In the order of reading, what has a wrong name first. */
    private static int place(TableReport report) {
        return CycleFolder.FILES.indexOf(report.file());
    }
}
