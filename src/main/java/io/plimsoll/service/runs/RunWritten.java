package io.plimsoll.service.runs;

/** A run has been written, in the transaction that is going on. */
public record RunWritten(String cycle, long run) {}
