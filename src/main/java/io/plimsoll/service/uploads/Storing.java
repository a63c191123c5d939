package io.plimsoll.service.uploads;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.exchange.Upload;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.Registers;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.deliveries.CameBack;
import io.plimsoll.service.deliveries.CameBackKind;
import io.plimsoll.service.deliveries.CameBackRow;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.intake.CycleIntake.Life;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.EarlierMonths;
import io.plimsoll.service.master.EarlierMonths.EarlierMonth;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores what an upload holds; as a part of the caller's transaction, so whole or not at all. */
@ApplicationScoped
class Storing {

    private static final String UNSOLD = "policy/unsold_skus.csv";

    private final CycleIntake intake;
    private final RegisterStoring register;
    private final CyclesHere cycles;
    private final CameInPolicies approvals;
    private final CameBack cameBack;
    private final EarlierMonths earlier;
    private final Policies policies;
    private final RoomTables rooms;
    private final Journal journal;
    private final Sql sql;
    private final Clock clock;

    Storing(
            CycleIntake intake,
            RegisterStoring register,
            CyclesHere cycles,
            CameInPolicies approvals,
            CameBack cameBack,
            EarlierMonths earlier,
            Policies policies,
            RoomTables rooms,
            Journal journal,
            Sql sql,
            Clock clock) {
        this.intake = intake;
        this.register = register;
        this.cycles = cycles;
        this.approvals = approvals;
        this.cameBack = cameBack;
        this.earlier = earlier;
        this.policies = policies;
        this.rooms = rooms;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Stores an upload whose preview is good.
     *
     * @throws Refused CONFLICT where a cycle has become another meanwhile
     */
    @Transactional(TxType.MANDATORY)
    void store(Viewer planner, long id, Upload upload, Preview preview) throws IOException {
        try {
            switch (preview.kind()) {
                case CYCLE -> storeCycle(planner, id, upload.folder());
                case REGISTER -> storeRegister(planner, id, upload, preview);
                case SUPPLY -> storeSupply(planner, preview.cycle(), Registers.supply(upload.folder()));
                case CAME_BACK ->
                    cameBack.record(
                            planner,
                            preview.cycle(),
                            Registers.cameBack(upload.folder()).stream()
                                    .map(row -> new CameBackRow(
                                            row.retailer(), row.sku(), CameBackKind.valueOf(row.kind()), row.cartons()))
                                    .toList(),
                            id);
                case FIGURES -> rooms.store(planner, id, upload.tables(), upload.folder());
                case NOTHING -> throw new IllegalStateException("nothing to store");
            }
        } catch (BadInput changedOnDisk) {
            throw new IllegalStateException(changedOnDisk);
        }
    }

    private void storeCycle(Viewer planner, long id, Path folder) throws BadInput, IOException {
        CycleInput input = CycleFolder.read(folder);
        CycleDetails details = Registers.details(folder);
        Cycle cycle = input.cycle();
        String name = cycle.head().cycle();
        cycles.lock(name);
        cycles.objectionToComing(cycle.head()).ifPresent(Storing::conflict);
        boolean isReplaced = cycles.exists(name);
        register.addUnknown(cycle, details);
        String digest = policies.store(input.policy(), Optional.of(planner)).digest();
        String binding = approvals.isApproved(digest) ? digest : null;
        Life life = new Life("CLOSED", "CLOSED", Optional.of("NO_DEMAND"), null, null, null, null);
        if (isReplaced) {
            intake.replaceCycle(cycle, details, binding, life);
        } else {
            intake.storeCycle(cycle, details, binding, life, true);
        }
        intake.storeDetails(cycle, details);
        Path unsold = folder.resolve(UNSOLD);
        sql.update(
                "INSERT INTO cycle_origin (cycle, upload, policy, policy_name, unsold_skus) VALUES (?, ?, ?, ?, ?)",
                name,
                id,
                digest,
                input.policyName(),
                Files.exists(unsold) ? Registers.canonicalUnsold(folder) : null);
        sql.update(
                "INSERT INTO cycle_step (cycle, state, at, by_person) VALUES (?, 'CLOSED', ?, ?)",
                name,
                clock.instant(),
                planner.personId());
        Map<String, Object> counts = Map.of(
                "upload", id,
                "retailers", cycle.retailers().size(),
                "skus", cycle.skus().size(),
                "lines", cycle.orders().lines(),
                "policy", digest,
                "files", input.digests());
        journal.append(planner, isReplaced ? Act.CYCLE_REPLACED : Act.CYCLE_CAME_IN, Subject.cycle(name), counts);
    }

    private void storeRegister(Viewer planner, long id, Upload upload, Preview preview) throws BadInput {
        if (upload.tables().contains("retailers.csv")) {
            register.storeRetailers(planner, Registers.retailers(upload.folder()), "upload " + id);
        }
        if (upload.tables().contains("earlier_months.csv")) {
            earlier.store(Registers.earlierMonths(upload.folder()).stream()
                    .map(row -> new EarlierMonth(
                            row.retailer(),
                            row.period(),
                            row.demand(),
                            row.granted(),
                            row.ceiling().orElse(null)))
                    .toList());
        }
        if (upload.tables().contains("skus.csv")) {
            List<Registers.SkuRow> skus = Registers.skus(upload.folder());
            register.storeSkus(skus);
            if (preview.cycle() != null) {
                storeSupply(
                        planner,
                        preview.cycle(),
                        skus.stream()
                                .map(row -> new Registers.SupplyRow(
                                        row.sku().key(),
                                        row.sku().supply(),
                                        row.sku().forecast()))
                                .toList());
            }
        }
    }

    private void storeSupply(Viewer planner, String cycle, List<Registers.SupplyRow> supply) {
        cycles.lock(cycle);
        cycles.objectionToSupply(cycle).ifPresent(Storing::conflict);
        intake.storeSupply(cycle, supply);
        journal.append(planner, Act.SUPPLY_UPLOADED, Subject.cycle(cycle), Map.of("skus", supply.size()));
    }

    private static void conflict(Message objection) {
        throw new Refused(Problem.CONFLICT, objection);
    }
}
