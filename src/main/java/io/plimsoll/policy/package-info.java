/** The release policy: one published version of the tables that ceilings hang on. By class only, never by retailer (R4). */
package io.plimsoll.policy;
