/** Threads that do independent parts of a work side by side, so that the result does not depend on how many there are. */
package io.plimsoll.work;
