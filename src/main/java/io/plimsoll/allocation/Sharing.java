package io.plimsoll.allocation;

/**
 * How a {@link SharingTask} was shared.
 *
 * @param granted cartons of each line (g)
 * @param bound what each line could claim in the last round; under the task's bound where the Sku kept fewer
 * @param claimed cartons claimed of each Sku in the first round
 * @param rounds how many times retailers claimed; work done one retailer at a time counts as one round a retailer
 * @param rejected how many cartons were claimed and then not kept, over all rounds
 */
public record Sharing(int[] granted, int[] bound, long[] claimed, long rounds, long rejected) {}
