/** Claims about results: what is written whole, what is found when it was altered, and whose rules are trusted. */
package io.plimsoll.results;
