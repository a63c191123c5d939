/**
 * Upper limits, and nothing but upper limits: asks the rule book about classes and about each retailer's own total, and
 * lets the smallest answer hold.
 */
package io.plimsoll.ceiling;
