package io.plimsoll.service.assisted;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a retailer chooses the code of his shop, and an admin has letters printed for those who can't. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class CodePages {

    private final ConfirmationCodes codes;
    private final Asking asking;

    CodePages(ConfirmationCodes codes, Asking asking) {
        this.codes = codes;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "assisted")
    static class Templates {
        static native TemplateInstance code(ConfirmationCodes.Standing standing, boolean isDone, Filled form);

        static native TemplateInstance letters(Filled form, int most);

        static native TemplateInstance letterFile(List<ConfirmationCodes.Letter> letters);
    }

    @GET
    @Path("confirmation-code")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance code(@RestQuery boolean done) {
        return Templates.code(standing(), done, Filled.with(Map.of()));
    }

    private ConfirmationCodes.Standing standing() {
        return codes.of(ownShop(asking.known())).orElse(null);
    }

    private static String ownShop(Viewer viewer) {
        if (viewer.scope() instanceof Scope.OneRetailer own) {
            return own.licence();
        }
        throw Refused.forbidden();
    }

    @POST
    @Path("confirmation-code")
    @RolesAllowed(Role.Name.RETAILER)
    public Response choose(@RestForm String chosenCode, @RestForm String again) {
        Viewer retailer = asking.known();
        try {
            String chosen = chosenCode == null ? "" : chosenCode;
            if (!chosen.equals(again == null ? "" : again)) {
                throw Refused.field("again", Message.of("CODE_NOT_AGAIN"));
            }
            codes.choose(retailer, ownShop(retailer), chosen);
            return SeeOther.to("/confirmation-code", "done", "true");
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.code(standing(), false, Filled.refused(Map.of(), refused)));
        }
    }

    @GET
    @Path("confirmation-letters")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance letters() {
        return Templates.letters(Filled.with(Map.of()), ConfirmationCodes.MOST_LETTERS);
    }

    /** The file is in this one answer only, and nothing that could be asked for again holds it. */
    @POST
    @Path("confirmation-letters")
    @RolesAllowed(Role.Name.ADMIN)
    public Response print(@RestForm String licences) {
        String typed = licences == null ? "" : licences;
        try {
            List<String> shops = typed.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
            return Response.ok(Templates.letterFile(codes.forLetters(asking.known(), shops)))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"confirmation-letters.html\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (Refused refused) {
            return Filled.again(
                    refused,
                    () -> Templates.letters(
                            Filled.refused(Filled.fields("licences", typed), refused), ConfirmationCodes.MOST_LETTERS));
        }
    }
}
