package io.plimsoll.service.runs;

/**
 * Another run of a cycle is in force; told in the transaction that writes it.
 *
 * @param cycle whose grants are others now
 */
public record RunWritten(String cycle) {}
