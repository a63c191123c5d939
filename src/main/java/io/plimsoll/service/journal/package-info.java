/**
 * The journal: every act, appended in the transaction that does it, and never changed. Personal data stands in it by
 * salted reference.
 */
package io.plimsoll.service.journal;
