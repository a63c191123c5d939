package io.plimsoll.service.journal;

import io.plimsoll.service.right.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Whom or what a text of the journal stands for, as far as that is still known.
 *
 * @param text as it stands in the journal
 * @param key licence number or other key; null where nobody knows any more
 * @param name what it is called; null where it has no name
 * @param role of a person; null of anything else
 */
public record Named(String text, Subject.Kind kind, String key, String name, Role role) {

    private static final int SHORT_DIGEST = 12;

    /** What is neither a person nor a retailer says itself what it is; whoever was forgotten stays a reference. */
    static Named itself(String text) {
        if (text.equals(Journal.SYSTEM)) {
            return new Named(text, Subject.Kind.SERVICE, null, null, null);
        }
        for (Subject.Kind kind : Subject.Kind.values()) {
            String prefix = kind.name().toLowerCase(Locale.ROOT) + ":";
            if (!kind.isPersonal() && text.startsWith(prefix)) {
                return new Named(text, kind, text.substring(prefix.length()), null, null);
            }
        }
        return new Named(text, null, null, null, null);
    }

    /** The shortest that a reader knows it by. */
    public String shown() {
        if (name != null) {
            return name;
        }
        if (kind == Subject.Kind.POLICY) {
            return key.substring(0, Math.min(key.length(), SHORT_DIGEST));
        }
        return key != null ? key : text;
    }

    /** Whether it is a value that says something of somebody, of which the journal holds a digest only. */
    public boolean isPersonalValue() {
        return text.startsWith(Personal.PREFIX);
    }

    /** Whether it is the service itself. */
    public boolean isService() {
        return kind == Subject.Kind.SERVICE;
    }

    /** Whether the word for its sort has to be said with it: of a person and a retailer it goes without saying. */
    public boolean isThing() {
        return kind != null && !kind.isPersonal();
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
