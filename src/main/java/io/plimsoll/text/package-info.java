/** What text needs to be the same everywhere: its order and its digest. */
package io.plimsoll.text;
