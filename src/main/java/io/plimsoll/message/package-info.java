/**
 * Turns codes with arguments into sentences. Nothing else in the house holds a sentence that a person reads, so page,
 * command line and receipt say the same words, in Chinese and in English.
 */
package io.plimsoll.message;
