/**
 * Judges grants, whoever made them: Java finds the worst case of each kind, the rules judge it, and where they condemn it
 * the next ones are put before them.
 */
package io.plimsoll.finding;
