/**
 * Shares what there is under the ceilings there are: deferred acceptance between retailers, who claim by their own
 * ranks, and Skus, which keep the fairest claims. Whole numbers over arrays; nothing here knows a rule, a file or a
 * name.
 *
 * @see "docs/mechanism.md"
 */
package io.plimsoll.allocation;
