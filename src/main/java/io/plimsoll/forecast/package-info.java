/**
 * How near forecasts of demand came (R27), and what would have been forecast without knowing anything: only arithmetic. Months
 * are numbered one after another, so that twelve earlier is the same month of the year before.
 */
package io.plimsoll.forecast;
