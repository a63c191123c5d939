package io.plimsoll.service.deliveries;

/**
 * Something came back; told in the transaction that puts it on record.
 *
 * @param cycle that it came back of
 */
public record CameBackRecorded(String cycle) {}
