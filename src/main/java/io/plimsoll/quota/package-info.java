/**
 * Agreed totals and their re-balancing: how well a total fits what its shop asks for (R12), which changes would bring the worst
 * fits nearest to it without changing the sum (R7), and what the rules say of a batch of changes. A total is neither an order
 * nor a target, and nothing in here knows a Sku or a brand (R4).
 */
package io.plimsoll.quota;
