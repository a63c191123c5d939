/**
 * The days that a release policy speaks of: business days, holidays, launches of Skus. At the edge, since it knows what a
 * day is; what day it is now is told to it.
 */
package io.plimsoll.calendar;
