package io.plimsoll.service.figures;

import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which key accounts are asked for. A blank field asks for nothing. */
public class KeyAccountFilter {

    private static final int LONGEST = 120;

    /** Whether the register says so, or the volume alone. */
    public enum Standing {
        REGISTERED,
        NOT_REGISTERED
    }

    @QueryParam("standing")
    @Parameter(description = "REGISTERED: the register says so; NOT_REGISTERED: it would be one by its volume")
    public String standing;

    @QueryParam("manager")
    @Parameter(description = "key of the customer manager")
    public String manager;

    @QueryParam("territory")
    public String territory;

    void check() {
        Checks checks = new Checks();
        checks.constant("standing", standing, Standing.class);
        checks.lineIfAny("manager", manager, LONGEST);
        checks.lineIfAny("territory", territory, LONGEST);
        checks.refuseErrors();
    }

    /** Conditions on {@code retailer r}. */
    Where where(Scope scope) {
        Where where = new Where().inScope(scope, "r");
        if (standing != null && !standing.isBlank()) {
            boolean isRegistered = Standing.valueOf(standing.strip()) == Standing.REGISTERED;
            where.and(isRegistered ? "r.key_account" : "NOT COALESCE(r.key_account, FALSE)");
        }
        return where.andIfGiven("r.manager = ?", manager).andIfGiven("r.territory = ?", territory);
    }

    /** What was asked for, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields("standing", standing, "manager", manager, "territory", territory);
    }
}
