/** The files that a run leaves behind, and whether they are still what the run left. */
package io.plimsoll.results;
