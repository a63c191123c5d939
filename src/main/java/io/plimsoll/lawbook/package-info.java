/** Reads {@code rules/}: what each rule says to Drools, and what it says to people. */
package io.plimsoll.lawbook;
