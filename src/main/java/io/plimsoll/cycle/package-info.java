/** One partition, company x cycle, as everything after the reading of it sees it. */
package io.plimsoll.cycle;
