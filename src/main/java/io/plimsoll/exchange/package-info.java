/**
 * Tables as people exchange them: takes an upload apart (a zip with a whole cycle, a CSV file in UTF-8 or GB18030, a
 * workbook) into the canonical folder that {@code files} reads, within limits and without trusting its name, and writes
 * tables for spreadsheets, workbooks and zips. Knows nothing of HTTP or a database.
 *
 * <p>See {@code docs/data-in-and-out.md}.
 */
package io.plimsoll.exchange;
