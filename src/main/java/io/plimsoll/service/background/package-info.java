/**
 * Work that takes its time and changes nothing of what people decide by: put down in the transaction that asks for it, done
 * one piece after another beside everything else, and taken up again by the next process where one was stopped. Runs have
 * their own turn and never wait for it.
 *
 * <p>See {@code docs/replay.md}.
 */
package io.plimsoll.service.background;
