package io.plimsoll.files;

import java.util.Set;

/**
 * What a table that comes alone is judged against.
 *
 * @param retailers keys of retailers
 * @param skus keys of Skus
 * @param unsold keys of other Skus, which only a policy may name
 * @param floats size classes that the policy has a float for
 * @param weights size classes that it has a weight for
 */
public record Known(Register retailers, Register skus, Register unsold, Register floats, Register weights) {

    /** Nothing is known, so no name is unknown. */
    public static final Known NOTHING =
            new Known(Register.UNREAD, Register.UNREAD, Register.UNREAD, Register.UNREAD, Register.UNREAD);

    /** The same before a cycle, whose policy names no Skus but its own until another table says so. */
    static final Known OF_A_CYCLE =
            new Known(Register.UNREAD, Register.UNREAD, Register.of(Set.of()), Register.UNREAD, Register.UNREAD);

    /**
     * The format of a file whose references are judged against this.
     *
     * @param apart whether it is no part of a cycle
     */
    Format format(String file, boolean apart) {
        PolicyKinds kinds = new PolicyKinds(retailers::has);
        return switch (file) {
            case Formats.CYCLE -> Formats.cycle();
            case Formats.RETAILERS -> {
                Kind sizeClass = PolicyKinds.servedClass(floats::mayHave, weights::mayHave);
                yield apart ? Formats.registeredRetailers(sizeClass) : Formats.retailers(sizeClass);
            }
            case Formats.SKUS -> Formats.skus();
            case Formats.SUPPLY -> Formats.supply(skus::mayHave);
            case Formats.CAME_BACK -> Formats.cameBack();
            case StaffFormats.COMPANY_TARGETS -> StaffFormats.companyTargets();
            case StaffFormats.LISTING_PLANS -> StaffFormats.listingPlans();
            case StaffFormats.GUIDANCE -> StaffFormats.guidance();
            case StaffFormats.EARLIER_DEMAND -> StaffFormats.earlierDemand();
            case Formats.EARLIER_MONTHS -> Formats.earlierMonths(retailers::mayHave);
            case Formats.ORDERS -> Formats.orders(retailers::mayHave, skus::mayHave);
            case Formats.SUBMISSIONS -> Formats.submissions(retailers::mayHave);
            case Formats.POLICY_NAME -> Formats.policyName();
            case Formats.FLOATS -> Formats.floats(kinds.sizeClass());
            case Formats.WEIGHTS -> Formats.weights(kinds.sizeClass());
            case Formats.TIER_CEILINGS -> Formats.tierCeilings(kinds.sizeClass(), kinds.marketType());
            case Formats.UNSOLD_SKUS -> Formats.unsoldSkus(Kinds.unknown(skus::has, "EXPECTED_UNSOLD_SKU"));
            case Formats.SKU_CEILINGS -> Formats.skuCeilings(kinds.sizeClass(), kinds.marketType(), skuOfPolicy());
            case Formats.BALANCE -> Formats.balance();
            case Formats.PACING -> Formats.pacing();
            case Formats.ALERTS -> Formats.alerts();
            case Formats.CLASS_CUTOFFS -> Formats.classCutoffs(kinds.marketType());
            case Formats.CLASS_TOTALS -> Formats.classTotals(kinds.sizeClass(), kinds.marketType());
            case Formats.CALENDAR -> Formats.calendar();
            case Formats.LAUNCHES -> Formats.launches(skuOfPolicy());
            case GrantsFile.FILE_NAME -> Formats.grants(file);
            default -> throw new IllegalArgumentException("no file of a cycle: " + file);
        };
    }

    private Kind skuOfPolicy() {
        return Kinds.known(sku -> skus.mayHave(sku) || unsold.mayHave(sku), "EXPECTED_KNOWN_SKU");
    }
}
