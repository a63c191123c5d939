package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.PLANNER;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Forms;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The form in which a notice is written, and changed until it is published. */
@Path("/write-notice")
@Produces(MediaType.TEXT_HTML)
public class WritePages {

    private final Notices notices;
    private final Asking asking;
    private final Once once;

    WritePages(Notices notices, Asking asking, Once once) {
        this.notices = notices;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance writeNotice(NoticeForm form, String action, Refused refused);
    }

    @GET
    @Path("")
    @RolesAllowed(PLANNER)
    public TemplateInstance form() {
        NoticeForm form = new NoticeForm();
        form.once = Forms.random();
        return Templates.writeNotice(form, "/write-notice", null);
    }

    @POST
    @Path("")
    @RolesAllowed(PLANNER)
    public Response write(@BeanParam NoticeForm form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(
                            form.once,
                            form.text(),
                            () -> SeeOther.to("/notices/"
                                    + notices.write(asking.known(), form.text()).id())));
        } catch (Refused refused) {
            return again(form, "/write-notice", refused);
        }
    }

    @GET
    @Path("{notice}")
    @RolesAllowed(PLANNER)
    public TemplateInstance changeForm(@RestPath long notice) {
        Notice found = notices.find(asking.known(), notice);
        if (found.publishedAt() != null) {
            throw new Refused(Problem.CONFLICT, Message.of("NOTICE_IS_PUBLISHED"));
        }
        return Templates.writeNotice(NoticeForm.of(found), "/write-notice/" + notice, null);
    }

    @POST
    @Path("{notice}")
    @RolesAllowed(PLANNER)
    public Response change(@RestPath long notice, @BeanParam NoticeForm form) {
        try {
            notices.change(
                    asking.known(), notice, form.text(), version -> Versions.requireSame(form.seenVersion(), version));
            return SeeOther.to("/notices/" + notice);
        } catch (Refused refused) {
            return again(form, "/write-notice/" + notice, refused);
        }
    }

    private static Response again(NoticeForm form, String action, Refused refused) {
        return Response.status(refused.problem().status())
                .entity(Templates.writeNotice(form, action, refused))
                .build();
    }
}
