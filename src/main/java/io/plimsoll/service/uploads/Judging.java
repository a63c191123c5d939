package io.plimsoll.service.uploads;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.exchange.Upload;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import io.plimsoll.files.Register;
import io.plimsoll.files.Registers;
import io.plimsoll.files.TableReport;
import io.plimsoll.message.Message;
import io.plimsoll.service.deliveries.CameBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of an upload that has been taken apart what it is to become, and everything that is wrong with it. */
@ApplicationScoped
class Judging {

    private static final String RETAILERS = "retailers.csv";
    private static final String SKUS = "skus.csv";
    private static final String SUPPLY = "supply.csv";
    private static final String CAME_BACK = "came_back.csv";
    private static final String EARLIER_MONTHS = "earlier_months.csv";
    private static final Set<String> REGISTER = Set.of(RETAILERS, SKUS);
    private static final Set<String> ORDERS = Set.of("orders.csv", "submissions.csv");

    private final RegisterState register;
    private final CyclesHere cycles;
    private final CycleNotes notes;
    private final CameBack cameBack;
    private final UploadRows rows;
    private final RoomTables rooms;

    Judging(
            RegisterState register,
            CyclesHere cycles,
            CycleNotes notes,
            CameBack cameBack,
            UploadRows rows,
            RoomTables rooms) {
        this.register = register;
        this.cycles = cycles;
        this.notes = notes;
        this.cameBack = cameBack;
        this.rows = rows;
        this.rooms = rooms;
    }

    /**
     * Judges an upload against what is here at present.
     *
     * @param cycle that somebody named, for supply and what came back
     * @param digest of the file as it was sent
     */
    Preview judge(Upload upload, Optional<String> cycle, String digest) {
        if (upload.isWholeCycle()) {
            return cycle(upload);
        }
        Set<String> tables = upload.tables();
        if (REGISTER.containsAll(tables)) {
            return register(upload, cycle);
        }
        if (tables.equals(Set.of(CAME_BACK))) {
            return cameBack(upload, cycle, digest);
        }
        if (rooms.holdAll(tables)) {
            List<TableReport> reports = upload.preview(Known.NOTHING, rooms.objections(tables));
            return preview(Kind.FIGURES, null, reports, List.of(), List.of());
        }
        if (tables.equals(Set.of(EARLIER_MONTHS))) {
            return earlierMonths(upload);
        }
        return tables.equals(Set.of(SUPPLY)) ? supply(upload, cycle) : nothing(upload);
    }

    private Preview cycle(Upload upload) {
        List<TableReport> reports = upload.preview(Known.NOTHING, new RowRules(Map.of()));
        List<Message> refusals = new ArrayList<>();
        if (upload.tables().contains(SUPPLY)) {
            refusals.add(Message.of("UPLOAD_SUPPLY_IN_CYCLE"));
        }
        if (upload.tables().contains(CAME_BACK)) {
            refusals.add(Message.of("UPLOAD_CAME_BACK_IN_CYCLE"));
        }
        upload.tables().stream()
                .filter(rooms::holds)
                .forEach(file -> refusals.add(Message.of("UPLOAD_FIGURES_IN_CYCLE", "file", file)));
        if (upload.tables().contains(EARLIER_MONTHS)) {
            refusals.add(Message.of("UPLOAD_EARLIER_MONTHS_IN_CYCLE"));
        }
        if (!reports.stream().allMatch(TableReport::isGood) || !refusals.isEmpty()) {
            return preview(Kind.CYCLE, null, reports, refusals, List.of());
        }
        try {
            CycleInput input = CycleFolder.read(upload.folder());
            CycleHead head = input.cycle().head();
            cycles.objectionToComing(head).ifPresent(refusals::add);
            return preview(Kind.CYCLE, head.cycle(), reports, refusals, notes.of(input));
        } catch (BadInput bad) {
            reports = new ArrayList<>(reports);
            reports.add(new TableReport(bad.file(), 0, List.of(), List.of(), List.of(bad), 0));
            return preview(Kind.CYCLE, null, reports, refusals, List.of());
        }
    }

    private Preview register(Upload upload, Optional<String> cycle) {
        boolean hasRetailers = upload.tables().contains(RETAILERS);
        Map<String, RegisterState.Shop> shops = hasRetailers ? register.shops() : Map.of();
        List<TableReport> reports = upload.preview(Known.NOTHING, new RowRules(shops));
        List<Message> refusals = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        if (hasRetailers) {
            notes.add(Message.of("UPLOAD_GRANTED_IGNORED"));
        }
        cycle.flatMap(cycles::objectionToSupply).ifPresent(refusals::add);
        if (cycle.isEmpty() && saysSupply(upload, reports)) {
            refusals.add(Message.of("UPLOAD_SUPPLY_FOR_WHICH"));
        }
        return preview(Kind.REGISTER, cycle.orElse(null), reports, refusals, notes);
    }

    /** Whether a register of Skus that can be read says what there is to share. */
    private static boolean saysSupply(Upload upload, List<TableReport> reports) {
        boolean isGood =
                reports.stream().filter(report -> report.file().equals(SKUS)).allMatch(TableReport::isGood);
        if (!upload.tables().contains(SKUS) || !isGood) {
            return false;
        }
        try {
            return Registers.skus(upload.folder()).stream()
                    .anyMatch(row -> row.sku().supply().isPresent()
                            || row.sku().forecast().isPresent());
        } catch (BadInput alreadySaid) {
            return false;
        }
    }

    /** What is said of months of registered shops; a month of a shop that stands there already is said anew. */
    private Preview earlierMonths(Upload upload) {
        Known known = new Known(
                Register.of(register.shops().keySet()),
                Register.UNREAD,
                Register.UNREAD,
                Register.UNREAD,
                Register.UNREAD);
        List<TableReport> reports = upload.preview(known, new RowRules(Map.of(), register.earlierMonths()));
        return preview(Kind.REGISTER, null, reports, List.of(), List.of(Message.of("UPLOAD_EARLIER_MONTHS_ARE")));
    }

    private Preview supply(Upload upload, Optional<String> cycle) {
        Known known = new Known(
                Register.UNREAD, Register.of(register.skus()), Register.UNREAD, Register.UNREAD, Register.UNREAD);
        List<TableReport> reports = upload.preview(known, new RowRules(Map.of()));
        List<Message> refusals = new ArrayList<>();
        if (cycle.isEmpty()) {
            refusals.add(Message.of("UPLOAD_SUPPLY_FOR_WHICH"));
        }
        cycle.flatMap(cycles::objectionToSupply).ifPresent(refusals::add);
        return preview(Kind.SUPPLY, cycle.orElse(null), reports, refusals, List.of());
    }

    private Preview cameBack(Upload upload, Optional<String> cycle, String digest) {
        Optional<Message> refusal = cycle.isEmpty()
                ? Optional.of(Message.of("UPLOAD_CAME_BACK_OF_WHICH"))
                : cameBack.objection(cycle.get()).or(() -> rows.objectionToCameBackAgain(cycle.get(), digest));
        Objections rules =
                refusal.isPresent() ? Objections.NONE : new CameBackRules(cameBack.granted(cycle.orElseThrow()));
        return preview(
                Kind.CAME_BACK,
                cycle.orElse(null),
                upload.preview(Known.NOTHING, rules),
                refusal.stream().toList(),
                List.of());
    }

    /** Tables that are of no use alone; their errors are listed all the same. */
    private Preview nothing(Upload upload) {
        List<TableReport> reports = upload.preview(Known.NOTHING, new RowRules(Map.of()));
        List<Message> refusals = new ArrayList<>();
        if (upload.tables().stream().anyMatch(ORDERS::contains)) {
            refusals.add(Message.of("UPLOAD_ORDERS_ALONE"));
        }
        if (upload.tables().stream().anyMatch(file -> file.startsWith("policy/"))) {
            refusals.add(Message.of("UPLOAD_POLICY_ELSEWHERE"));
        }
        if (refusals.isEmpty()) {
            refusals.add(Message.of("UPLOAD_NOTHING_ALONE"));
        }
        return preview(Kind.NOTHING, null, reports, refusals, List.of());
    }

    private static Preview preview(
            Kind kind, String cycle, List<TableReport> reports, List<Message> refusals, List<Message> notes) {
        Comparator<Preview.TableView> faultyFirst = Comparator.comparing(table -> table.allErrors() == 0);
        List<Preview.TableView> tables =
                reports.stream().map(Preview.TableView::of).sorted(faultyFirst).toList();
        return new Preview(kind, cycle, tables, refusals, notes);
    }
}
