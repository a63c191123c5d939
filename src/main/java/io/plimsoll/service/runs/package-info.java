/**
 * Runs: asked for by a planner, done once in the background whichever processes there are, written whole or not at all;
 * superseded with a reason, never changed; taken out so that anybody can verify them offline.
 *
 * <p>See {@code docs/runs.md}.
 */
package io.plimsoll.service.runs;
