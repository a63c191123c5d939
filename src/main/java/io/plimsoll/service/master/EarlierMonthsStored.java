package io.plimsoll.service.master;

/** More is known of months before the service; told in the transaction that stores it. */
public record EarlierMonthsStored() {}
