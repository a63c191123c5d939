/**
 * The journal made provable: a moment after an entry was committed it is sealed into a chain, each day gets a root, and so
 * does each run over what every retailer was granted in it. Whoever has kept a head can tell whether anything before it was
 * altered since; see {@code docs/ledger.md}.
 */
package io.plimsoll.service.ledger;
