package io.plimsoll.service.policies;

/**
 * From where on a policy binds: no cycle before this place.
 *
 * @param said the cycle or month as somebody named it; null: from the next cycle
 * @param period the month that this comes to; null: any, since no cycle had begun yet
 * @param number of the cycle in that month, from 1; null with the month
 */
record Beginning(String said, String period, Integer number) {}
