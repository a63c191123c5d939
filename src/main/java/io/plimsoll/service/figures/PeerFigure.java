package io.plimsoll.service.figures;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The middle of the shops of one class and market, to compare one with.
 *
 * @param fit median of T over monthly demand (R12); null where of none it is known
 * @param fill median of granted over demand (R10)
 * @param skus median of how many Skus they may order (R10)
 */
@Schema(name = "PeerFigure")
public record PeerFigure(
        @Schema(examples = "412") int shops,
        @Schema(examples = "0.985") BigDecimal fit,
        @Schema(examples = "0.9312") BigDecimal fill,
        @Schema(examples = "112") Integer skus) {}
