package io.plimsoll.files;

/**
 * What a table that comes alone is judged against.
 *
 * @param retailers keys of retailers
 * @param skus keys of Skus
 * @param floats size classes that the policy has a float for
 * @param weights size classes that it has a weight for
 */
public record Known(Register retailers, Register skus, Register floats, Register weights) {

    /** Nothing is known, so no name is unknown. */
    public static final Known NOTHING = new Known(Register.UNREAD, Register.UNREAD, Register.UNREAD, Register.UNREAD);

    /** The format of a file whose references are judged against this. */
    Format format(String file) {
        PolicyKinds kinds = new PolicyKinds(retailers::has);
        return switch (file) {
            case Formats.CYCLE -> Formats.cycle();
            case Formats.RETAILERS -> Formats.retailers(PolicyKinds.servedClass(floats::mayHave, weights::mayHave));
            case Formats.SKUS -> Formats.skus();
            case Formats.ORDERS -> Formats.orders(retailers::mayHave, skus::mayHave);
            case Formats.SUBMISSIONS -> Formats.submissions(retailers::mayHave);
            case Formats.POLICY_NAME -> Formats.policyName();
            case Formats.FLOATS -> Formats.floats(kinds.sizeClass());
            case Formats.WEIGHTS -> Formats.weights(kinds.sizeClass());
            case Formats.TIER_CEILINGS -> Formats.tierCeilings(kinds.sizeClass(), kinds.marketType());
            case Formats.SKU_CEILINGS -> Formats.skuCeilings(kinds.sizeClass(), kinds.marketType(), skus::mayHave);
            case Formats.BALANCE -> Formats.balance();
            case Formats.PACING -> Formats.pacing();
            case Formats.ALERTS -> Formats.alerts();
            default -> throw new IllegalArgumentException("no file of a cycle: " + file);
        };
    }
}
