/**
 * Draws line charts as SVG, the same bytes on every machine: text stays text and is never measured, so no font of the
 * machine plays a part.
 */
package io.plimsoll.chart;
