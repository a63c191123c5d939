/** People: their sign-in, their sessions, the tokens of their programs, and the admins who look after them. */
package io.plimsoll.service.people;
