package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** ETags: whoever edits says which version he has seen, so that nobody's change is lost unseen. */
public final class Versions {

    private Versions() {}

    /** The tag of a row's version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** An answer that tells the version of what it shows. */
    public static Response.ResponseBuilder show(Object entity, long version) {
        return Response.ok(entity).tag(tag(version));
    }

    /**
     * Refuses a change of another version than the present one.
     *
     * @throws Refused ETAG_MISSING where If-Match is missing, STALE where it is another version's
     */
    public static void requireMatch(HttpHeaders headers, long version) {
        String seen = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (seen == null || seen.isBlank()) {
            throw new Refused(Problem.ETAG_MISSING, Message.of("PROBLEM_ETAG_MISSING"));
        }
        if (!seen.trim().equals("\"" + version + "\"")) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
    }

    /** The same for a form, which carries the version in a field. */
    public static void requireSame(long seen, long version) {
        if (seen != version) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
    }
}
