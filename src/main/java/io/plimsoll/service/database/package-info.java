/** What the application may do with its own database. */
package io.plimsoll.service.database;
