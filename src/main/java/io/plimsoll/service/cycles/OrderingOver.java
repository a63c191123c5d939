package io.plimsoll.service.cycles;

/** Told in the transaction that does it: a cycle takes no more orders, since it was closed or cancelled. */
public record OrderingOver(String cycle) {}
