/**
 * Master data: retailers with their size class, agreed totals and records, territories, and Skus; and what a retailer was
 * granted in a period, which is always derived.
 */
package io.plimsoll.service.master;
