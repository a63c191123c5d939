/** Two ways in which a shop learns from its own weeks by which factor to multiply what it reports. */
package io.plimsoll.simulation.learning;
