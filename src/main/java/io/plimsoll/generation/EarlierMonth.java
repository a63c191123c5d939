package io.plimsoll.generation;

/**
 * What a shop asked for and was granted in a month before the first cycle, in cartons.
 *
 * @param period such as {@code 2026-07}
 */
public record EarlierMonth(String period, int demand, int granted, int ceiling) {}
