package io.plimsoll.service.deliveries;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.TypedNumber;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What came back of a cycle, and the form that records it: shop by shop, with all that was granted in sight. */
@Path("/cycles/{cycle}/came-back")
@Produces(MediaType.TEXT_HTML)
public class CameBackPages {

    private final CameBack cameBack;
    private final Cycles cycles;
    private final Asking asking;
    private final Once once;

    CameBackPages(CameBack cameBack, Cycles cycles, Asking asking, Once once) {
        this.cameBack = cameBack;
        this.cycles = cycles;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "deliveries")
    static class Templates {
        static native TemplateInstance cameBack(
                CycleView cycle, PageOf<CameBack.Recorded> recorded, boolean mayRecord, Shop shop, Filled form);
    }

    /**
     * The shop whose goods come back.
     *
     * @param name null where there is no such shop
     * @param lines of which something was granted to it
     */
    public record Shop(String licence, String name, List<Line> lines) {

        public boolean isKnown() {
            return name != null;
        }
    }

    /**
     * One of its lines, as the form shows it.
     *
     * @param typed cartons, or blank
     * @param wrong what is wrong with them, or null
     */
    public record Line(Granted.Line line, String typed, Message wrong) {}

    @GET
    @RolesAllowed({Role.Name.ORDER_DESK, Role.Name.PLANNER, Role.Name.AUDITOR})
    public TemplateInstance show(@RestPath String cycle, @RestQuery String licence, @Valid @BeanParam Paging paging) {
        CycleView found = cycles.find(asking.known(), cycle);
        CameBackForm empty = new CameBackForm();
        empty.licence = licence == null ? "" : licence.strip();
        return page(found, paging, empty, null);
    }

    private TemplateInstance page(CycleView cycle, Paging paging, CameBackForm form, Refused refused) {
        boolean mayRecord =
                CameBack.isOut(cycle.state().name()) && asking.known().role() != Role.AUDITOR;
        Filled filled = refused == null
                ? Filled.with(Filled.fields("licence", form.licence))
                : Filled.refused(Filled.fields("licence", form.licence, "kind", form.kind), refused);
        Shop shop = null;
        if (mayRecord && form.licence != null && !form.licence.isEmpty()) {
            List<Line> lines = cameBack.granted(cycle.cycle()).lines(form.licence).stream()
                    .map(line -> new Line(line, form.typed(line.sku()), filled.error(line.sku())))
                    .toList();
            shop = new Shop(form.licence, cameBack.shop(form.licence).orElse(null), lines);
        }
        return Templates.cameBack(cycle, cameBack.list(cycle.cycle(), paging), mayRecord, shop, filled);
    }

    @POST
    @RolesAllowed({Role.Name.ORDER_DESK, Role.Name.PLANNER})
    public Response record(@RestPath String cycle, @BeanParam CameBackForm form) {
        Viewer by = asking.known();
        CycleView found = cycles.find(by, cycle);
        try {
            List<CameBackRow> rows = rows(form);
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, form.fields(), () -> {
                        try {
                            cameBack.record(by, found.cycle(), rows);
                        } catch (Refused refused) {
                            throw bySku(refused, rows);
                        }
                        return SeeOther.to(found.address() + "/came-back");
                    }));
        } catch (Refused refused) {
            return Filled.again(refused, () -> page(found, new Paging(), form, refused));
        }
    }

    private static List<CameBackRow> rows(CameBackForm form) {
        List<FieldError> errors = new ArrayList<>();
        CameBackKind kind = null;
        for (CameBackKind each : CameBackKind.values()) {
            kind = each.name().equals(form.kind) ? each : kind;
        }
        if (kind == null) {
            errors.add(new FieldError("kind", Message.of("FIELD_MISSING")));
        }
        form.requireEven();
        List<CameBackRow> rows = new ArrayList<>();
        for (String sku : form.skus == null ? List.<String>of() : form.skus) {
            String typed = form.typed(sku);
            if (typed.isEmpty()) {
                continue;
            }
            Optional<Integer> cartons = TypedNumber.of(typed);
            if (cartons.isEmpty()) {
                errors.add(new FieldError(sku, Message.of("FIELD_NOT_NUMBER")));
            } else if (cartons.get() > 0) {
                rows.add(new CameBackRow(form.licence, sku, kind, cartons.get()));
            }
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("rows", Message.of("CAME_BACK_NOTHING_TYPED")));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return rows;
    }

    /** The form knows its lines by their Skus. */
    private static Refused bySku(Refused refused, List<CameBackRow> rows) {
        if (refused.fieldErrors().isEmpty()) {
            return refused;
        }
        List<FieldError> errors = new ArrayList<>();
        for (FieldError error : refused.fieldErrors()) {
            String index = error.field().replaceAll("^rows\\[(\\d+)].*$|.*", "$1");
            String field = index.isEmpty()
                    ? error.field()
                    : rows.get(Integer.parseInt(index)).sku();
            errors.add(new FieldError(field, error.reason()));
        }
        return Refused.fields(errors);
    }
}
