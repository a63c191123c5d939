/**
 * Says why one retailer got what it got: the figures and the sentences, in no language and for no page in particular. Each
 * record holds what went in and builds the messages that people read. Nobody else is named in them.
 */
package io.plimsoll.explanation;
