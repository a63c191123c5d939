package io.plimsoll.service.runs;

/**
 * A run has been written, in the transaction that is going on.
 *
 * @param period the month of its cycle
 */
public record RunWritten(String cycle, String period, long run) {}
