package io.plimsoll.rule.fact;

import io.plimsoll.rule.Fact;
import java.util.List;

/** The table of contents of this room. A rule can ask for nothing that is not in it. */
public final class Facts {

    /** Every kind of fact there is, sorted by name. */
    public static final List<Class<? extends Fact>> ALL = List.of(
            AgreedQuota.class,
            ClassMenu.class,
            ClassSku.class,
            ClassTier.class,
            ClassWeight.class,
            DemandOnRecord.class,
            GrantWithoutOrder.class,
            GrantedBefore.class,
            Leftover.class,
            LineGrant.class,
            PeerCeilings.class,
            PeriodPace.class,
            RebalancingSum.class,
            RetailerStanding.class,
            RetailerTotal.class,
            Rivalry.class,
            ShopGranted.class,
            SkuSupply.class,
            SkuTotal.class,
            TotalChange.class);

    private Facts() {}
}
