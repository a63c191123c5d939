/**
 * Everything a rule can be asked about, one record each. Ceiling facts speak of a published class or of one retailer's
 * own total; finding facts show a rule the worst case that Java found. None holds a quantity agreed for one retailer
 * and one Sku (R4).
 */
package io.plimsoll.rule.fact;
