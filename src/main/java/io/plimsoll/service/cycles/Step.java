package io.plimsoll.service.cycles;

import java.time.Instant;

/**
 * One step in the life of a cycle.
 *
 * @param by what the person is called who did it; null: by schedule
 * @param reason where one was given
 */
public record Step(CycleState state, Instant at, String by, String reason) {}
