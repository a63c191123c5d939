/** What retailers reported: their demand, line by line, never clipped and never overwritten (R14). */
package io.plimsoll.order;
