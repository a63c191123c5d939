/** What is ordered: Skus, their brand tier, and how freely they are supplied. */
package io.plimsoll.sku;
