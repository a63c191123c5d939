package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.files.GrantsFile.GrantRow;
import io.plimsoll.order.Orders;
import io.plimsoll.run.CycleResult;
import io.plimsoll.service.audits.SeededAudits;
import io.plimsoll.service.people.SeededPeople.SignIn;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of what a market office is said to have handed out in a past cycle, brought to be audited: what was granted here, but
 * for a few favours. So an auditor finds something to look into.
 */
@ApplicationScoped
class DemoAudit {

    private static final String SOURCE = "Market office, list on paper / 市场部纸质清单";
    private static final int FAVOURS_OF_EACH_KIND = 3;
    private static final int CARTONS_MORE = 4;

    private final SeededAudits audits;

    DemoAudit(SeededAudits audits) {
        this.audits = audits;
    }

    /** Brings it in the name of the planner. */
    void bring(Cycle cycle, CycleResult result, List<SignIn> people) throws IOException {
        SignIn planner = people.stream()
                .filter(each -> each.role() == Role.PLANNER)
                .findFirst()
                .orElseThrow();
        Path folder = Files.createTempDirectory("plimsoll-demo");
        Path table = folder.resolve("market-office-" + cycle.head().cycle() + ".csv");
        try {
            try (OutputStream out = Files.newOutputStream(table)) {
                GrantsFile.write(rows(cycle, result), out);
            }
            audits.bring(
                    new Viewer(planner.personId(), planner.user(), planner.user(), Role.PLANNER, new Scope.Everybody()),
                    cycle.head().cycle(),
                    SOURCE,
                    table);
        } finally {
            Files.deleteIfExists(table);
            Files.deleteIfExists(folder);
        }
    }

    private static List<GrantRow> rows(Cycle cycle, CycleResult result) {
        Orders orders = cycle.orders();
        int[] granted = result.sharing().granted();
        List<GrantRow> rows = new ArrayList<>();
        int favoured = 0;
        int filledUp = 0;
        for (int shop = 0; shop < orders.retailers(); shop++) {
            String licence = cycle.retailers().get(shop).key();
            int first = orders.firstLine()[shop];
            int behind = orders.firstLine()[shop + 1];
            if (first == behind && filledUp < FAVOURS_OF_EACH_KIND) {
                // Who ordered nothing is filled up all the same (R17).
                filledUp++;
                rows.add(new GrantRow(licence, null, cycle.skus().get(0).key(), null, CARTONS_MORE, null));
            }
            for (int line = first; line < behind; line++) {
                int given = granted[line];
                boolean isCut = given > 0 && given < orders.demand()[line];
                if (isCut && line == first && favoured < FAVOURS_OF_EACH_KIND) {
                    favoured++;
                    given = orders.demand()[line] + (favoured == 1 ? CARTONS_MORE : 0);
                }
                rows.add(new GrantRow(
                        licence, null, cycle.skus().get(orders.sku()[line]).key(), null, given, null));
            }
        }
        return rows;
    }
}
