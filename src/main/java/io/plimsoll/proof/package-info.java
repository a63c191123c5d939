/**
 * The ledger as files that leave the house: writes an export, as a folder or a zip, and checks one without the service,
 * line by line, however long it is; checks the proof that a retailer keeps. What a line is, and what hashes to what, says
 * {@code ledger}; {@code docs/ledger.md} describes the files.
 */
package io.plimsoll.proof;
