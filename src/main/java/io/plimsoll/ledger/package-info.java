/**
 * What makes the journal provable: entries sealed one after the other into a chain of hashes, days and runs summed up by
 * Merkle trees, and the one way in which each of these is written as a line of text. Knows no file, no clock and no
 * chance; whoever seals brings the moments and the salts.
 *
 * <p>The trees are those of RFC 6962, section 2.1. {@code docs/ledger.md} says what all of it proves, and what it doesn't.
 */
package io.plimsoll.ledger;
