package io.plimsoll.service.forecasts;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The form for the next month, the sheets of all, and how near they came. */
@Path("/forecasts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class ForecastPages {

    private final Sheets sheets;
    private final Forecasts forecasts;
    private final Months months;
    private final Managers managers;
    private final Accuracies accuracies;
    private final AccuracyOut out;
    private final Asking asking;

    ForecastPages(
            Sheets sheets,
            Forecasts forecasts,
            Months months,
            Managers managers,
            Accuracies accuracies,
            AccuracyOut out,
            Asking asking) {
        this.sheets = sheets;
        this.forecasts = forecasts;
        this.months = months;
        this.managers = managers;
        this.accuracies = accuracies;
        this.out = out;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "forecasts")
    static class Templates {
        static native TemplateInstance form(ForecastSheet sheet, SheetForm.Shown form, boolean saved);

        static native TemplateInstance sheets(String period, String next, PageOf<Sheets.Summary> list);

        static native TemplateInstance sheet(ForecastSheet sheet);

        static native TemplateInstance accuracy(
                AccuracyOverview overview, PageOf<Score> list, AccuracyFilter filter, Filled form, boolean isOwn);
    }

    @GET
    public TemplateInstance start(@RestQuery String period, @RestQuery String saved, @Valid @BeanParam Paging paging) {
        String month = months.asked(period);
        if (asking.is(Role.CUSTOMER_MANAGER)) {
            ForecastSheet sheet = sheets.of(month, managers.own());
            return sheet.open()
                    ? Templates.form(sheet, SheetForm.Shown.of(sheet), saved != null)
                    : Templates.sheet(sheet);
        }
        return Templates.sheets(month, months.next(), sheets.of(month, paging));
    }

    @POST
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response say(@BeanParam SheetForm form) {
        String month = months.asked(form.period);
        try {
            forecasts.say(month, managers.own(), seen -> Versions.requireSame(form.version(), seen), form.edit());
            return SeeOther.to("/forecasts", "period", month, "saved", "yes");
        } catch (Refused refused) {
            return Filled.again(refused, () -> {
                ForecastSheet sheet = sheets.of(month, managers.own());
                return Templates.form(sheet, form.again(refused), false);
            });
        }
    }

    @GET
    @Path("{period}/{manager}")
    public TemplateInstance sheet(@RestPath String period, @RestPath String manager) {
        return Templates.sheet(sheets.of(period, manager));
    }

    @GET
    @Path("accuracy")
    public TemplateInstance accuracy(@Valid @BeanParam AccuracyFilter filter, @Valid @BeanParam Paging paging) {
        filter.check();
        return Templates.accuracy(
                accuracies.overview(filter),
                accuracies.list(filter, paging),
                filter,
                Filled.with(filter.fields()),
                asking.is(Role.CUSTOMER_MANAGER));
    }

    @GET
    @Path("accuracy/table")
    @Produces(MediaType.WILDCARD)
    public Response table(@Valid @BeanParam AccuracyFilter filter, @RestQuery String format) {
        filter.check();
        return out.table(filter, format);
    }
}
