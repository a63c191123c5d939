/** Two policies over the same orders: who is granted more, who less, and why. */
package io.plimsoll.comparison;
