/**
 * Turns codes with arguments into sentences. What a planner, a retailer or an auditor reads comes from here, in
 * Chinese and in English; only the words for those who write rules and commands (refusals, usage) are English alone.
 */
package io.plimsoll.message;
