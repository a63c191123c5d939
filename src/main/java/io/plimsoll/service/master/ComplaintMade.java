package io.plimsoll.service.master;

/**
 * A retailer has complained; told in the transaction that puts it on record.
 *
 * @param complaint key of its row
 * @param cycle that it is about; null for none
 * @param isAboutManager whether it is about the customer manager of the shop
 */
public record ComplaintMade(long complaint, String licence, String cycle, String words, boolean isAboutManager) {}
