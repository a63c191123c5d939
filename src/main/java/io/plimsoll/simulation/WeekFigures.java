package io.plimsoll.simulation;

import io.plimsoll.retailer.SizeClass;
import java.util.Map;

/**
 * What is measured of a week.
 *
 * @param all among all shops
 * @param byClass among the shops of each class
 */
public record WeekFigures(Figures all, Map<SizeClass, Figures> byClass) {}
