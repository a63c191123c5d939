/**
 * Everything a rule can be asked about, one record each. Ceiling facts speak of a published class or of one retailer's
 * own total, and name no retailer: a ceiling for one shop among equals cannot be written down (R4, R11). Finding facts
 * show a rule the worst case that Java found.
 */
package io.plimsoll.rule.fact;
