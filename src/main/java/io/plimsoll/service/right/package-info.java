/** Who somebody is to the service, and which rows that person may see (domain.md, section 3). */
package io.plimsoll.service.right;
