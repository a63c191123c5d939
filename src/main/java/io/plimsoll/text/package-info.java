/** What text needs to be the same everywhere: its order. */
package io.plimsoll.text;
