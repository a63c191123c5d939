/** Puts a simulated year into files: tables, a page and a chart. */
package io.plimsoll.simulation.report;
