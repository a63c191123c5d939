/** One cycle from end to end: rules set the ceilings, arithmetic shares, rules judge the outcome. */
package io.plimsoll.run;
