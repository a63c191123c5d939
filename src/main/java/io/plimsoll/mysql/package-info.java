/**
 * A real MySQL server that Plimsoll brings along and runs by itself where no other is configured: unpacks it, makes its
 * data, starts it for this process alone, and sees that it never outlives this process. Knows nothing of tables.
 */
package io.plimsoll.mysql;
