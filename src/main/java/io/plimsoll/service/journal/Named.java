package io.plimsoll.service.journal;

import io.plimsoll.service.right.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Whom or what a text of the journal stands for, as far as that is still known.
 *
 * @param text as it stands in the journal
 * @param key licence number or other key; null where nobody knows any more
 * @param name what it is called; null where it has no name
 * @param role of a person; null of anything else
 */
public record Named(String text, Subject.Kind kind, String key, String name, Role role) {

    /** What is neither a person nor a retailer says itself what it is; whoever was forgotten stays a reference. */
    static Named itself(String text) {
        return new Named(text, null, null, null, null);
    }

    /** The shortest that a reader knows it by. */
    public String shown() {
        if (name != null) {
            return name;
        }
        return key != null ? key : text;
    }

    /** Whether it has a page of its own. */
    public boolean isRetailer() {
        return kind == Subject.Kind.RETAILER;
    }

    /** Where the page of a retailer is. */
    public String address() {
        return "/retailers/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
