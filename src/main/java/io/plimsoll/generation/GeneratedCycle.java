package io.plimsoll.generation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;

/**
 * One cycle of a county.
 *
 * @param cycle what decides its grants
 * @param details what its files say beyond that
 */
public record GeneratedCycle(Cycle cycle, CycleDetails details) {}
