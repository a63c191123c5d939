/**
 * Reads the text of a rule before anybody compiles it. Rules are data that travel with run records, and a rule engine
 * would run whatever Java stands in them; so this room knows a small grammar of its own, allows what is in it and
 * refuses everything else by name. What was allowed is written anew from what was understood, so that the engine never
 * sees a character that this room did not choose.
 *
 * <p>Needs no rule engine: the build and the reading of run records use the same check.
 */
package io.plimsoll.rule.text;
