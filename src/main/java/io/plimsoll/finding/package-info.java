/** What is found in grants: the worst cases that rules are shown, and what they say about them. */
package io.plimsoll.finding;
