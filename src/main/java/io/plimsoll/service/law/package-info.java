/** The rules that this build came with, opened once for all rooms of the service. */
package io.plimsoll.service.law;
