package io.plimsoll.service.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.master.ComingTotal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop with everything that is watched of it.
 *
 * @param concern points, by which the worst come first; they order a list and decide nothing
 * @param watches what is the case with it
 * @param peers the middle of its class and market; null before there is one
 * @param coming the next total that is approved and does not hold yet; null where there is none, and in a table
 * @param months twelve of them, the present one last
 */
@Schema(name = "WatchedShop")
public record WatchedShop(
        @Schema(examples = "L620119") String licence,

        @Schema(examples = "Corner shop 17", nullable = true)
        String name,

        @Schema(examples = "M1003") String manager,
        @Schema(examples = "T2", nullable = true) String territory,
        SizeClass sizeClass,
        MarketType marketType,
        @Schema(examples = "34") int concern,
        List<Watch> watches,
        ShopIndicator indicator,
        PeerFigure peers,
        ComingTotal coming,
        List<ShopMonth> months) {

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return "/retailers/"
                + URLEncoder.encode(licence, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What people call it. */
    @JsonIgnore
    public String called() {
        return name == null ? licence : name;
    }
}
