package io.plimsoll.service.assisted;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An active shop that has not ordered although the retailers' own window is over, and for which nothing is on its way.
 *
 * @param manager key of its customer manager
 * @param territory where it is; null where nobody knows
 * @param orderInterval cycles from one order to the next: 1 or 2
 * @param refused the latest collection of this cycle that was refused; null where there was none
 */
@Schema(name = "MissedShop")
public record MissedShop(
        @Schema(examples = "L620119") String licence,
        String name,
        String manager,
        String territory,
        @Schema(examples = "1") int orderInterval,
        @Schema(examples = "17") Long refused) {

    /** Where its page is. */
    public String address() {
        return "/retailers/" + encoded(licence);
    }

    /** Where the form is in which the customer manager writes down what it asks for. */
    public String collectAddress(String cycle) {
        return collectAddress(cycle, licence);
    }

    static String collectAddress(String cycle, String licence) {
        return "/assisted-orders/collect/" + encoded(cycle) + "/" + encoded(licence);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
