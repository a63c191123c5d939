package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Notices, for programs. */
@Path("/api/notices")
@Tag(name = "Notices")
public class NoticeResource {

    private final Notices notices;
    private final Coverage coverage;
    private final Asking asking;
    private final Once once;

    NoticeResource(Notices notices, Coverage coverage, Asking asking, Once once) {
        this.notices = notices;
        this.coverage = coverage;
        this.asking = asking;
        this.once = once;
    }

    /** What a planner writes. */
    @Schema(name = "NoticeText", examples = """
            {"cycle": null,
             "title": "No delivery on 1 January",
             "words": "Orders of that week are delivered a day later."}""")
    public record TextBody(
            @Schema(examples = "2026-W48", nullable = true, description = "the cycle it is about, if any")
            String cycle,

            @Schema(examples = "No delivery on 1 January", maxLength = Notices.LONGEST_TITLE)
            String title,

            @Schema(examples = "Orders of that week are delivered a day later.", maxLength = Notices.LONGEST_WORDS)
            String words) {

        Notices.Text text() {
            return new Notices.Text(cycle, title, words);
        }
    }

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "Published notices, unread ones first; planners find drafts as well")
    public PageOf<Notice> list(@Valid @BeanParam Paging paging) {
        Notices.Found found = notices.list(asking.known(), paging);
        return PageOf.of(found.notices(), paging, found.total());
    }

    @POST
    @Path("")
    @RolesAllowed(PLANNER)
    @Transactional
    @Operation(summary = "Writes a notice, which nobody sees before it is published")
    public Response write(TextBody body) {
        CycleResource.requireBody(body);
        return once.create(body, () -> created(notices.write(asking.known(), body.text())));
    }

    private static Response created(Notice notice) {
        return Response.created(URI.create("/api/notices/" + notice.id()))
                .entity(notice)
                .build();
    }

    @GET
    @Path("{notice}")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "A notice, with its ETag; this alone does not count as reading")
    public Response find(@RestPath long notice) {
        Notice found = notices.find(asking.known(), notice);
        return Versions.show(found, found.version()).build();
    }

    @PUT
    @Path("{notice}")
    @RolesAllowed(PLANNER)
    @Operation(summary = "Changes a notice that is not published yet; needs If-Match")
    public Response change(@RestPath long notice, TextBody body, @Context HttpHeaders headers) {
        CycleResource.requireBody(body);
        Notice changed =
                notices.change(asking.known(), notice, body.text(), version -> Versions.requireMatch(headers, version));
        return Versions.show(changed, changed.version()).build();
    }

    @POST
    @Path("{notice}/publication")
    @RolesAllowed(PLANNER)
    @Transactional
    @Operation(summary = "Publishes a notice; it can't be changed any more")
    public Response publish(@RestPath long notice) {
        return once.create("", () -> created(notices.publish(asking.known(), notice)));
    }

    @POST
    @Path("{notice}/reading")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Transactional
    @Operation(summary = "Says that the one who asks has read a notice")
    public Response read(@RestPath long notice) {
        return once.create("", () -> {
            notices.read(asking.known(), notice);
            return created(notices.find(asking.known(), notice));
        });
    }

    @GET
    @Path("{notice}/coverage")
    @RolesAllowed({CUSTOMER_MANAGER, MARKET_MANAGER, PLANNER, AUDITOR})
    @Operation(summary = "How many retailers have read a notice, by manager and territory (R31)")
    public List<Coverage.Line> coverage(@RestPath long notice) {
        notices.find(asking.known(), notice);
        return coverage.of(asking.known(), notice);
    }
}
