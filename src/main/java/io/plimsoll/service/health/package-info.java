/** What those who run the service ask it: whether it is alive, whether it is ready, and how it does. */
package io.plimsoll.service.health;
