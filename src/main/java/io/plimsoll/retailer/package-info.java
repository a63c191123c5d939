/** Who orders: retailers, their size class, market type, status, and the peers whose ceilings must be equal (R11). */
package io.plimsoll.retailer;
