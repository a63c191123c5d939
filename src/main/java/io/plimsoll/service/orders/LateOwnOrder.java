package io.plimsoll.service.orders;

import io.plimsoll.service.right.Viewer;

/**
 * Told in the transaction that stores it: a retailer has submitted or changed his own order in the second window, when
 * one could be on its way that was collected for him. His own wins (R16).
 *
 * @param receipt number of what he was told
 */
public record LateOwnOrder(Viewer retailer, String cycle, String licence, long receipt) {}
