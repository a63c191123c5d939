/**
 * Data in and out over HTTP: what planners upload is looked through and shown before anything is stored, and is stored
 * whole or not at all; what is here goes out the same way, to each person the rows that are his to see.
 */
package io.plimsoll.service.uploads;
