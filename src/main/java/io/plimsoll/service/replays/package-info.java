/**
 * Replays: a run recomputed from its record and compared with what is stored, byte for byte, also after the rules have
 * changed; or its orders shared under another policy, to see who would have gained and lost. Nothing of it changes the
 * cycle.
 *
 * <p>See {@code docs/replay.md}.
 */
package io.plimsoll.service.replays;
