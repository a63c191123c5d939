/** A county to look around in: drawn by the generator, put into an empty database, with one sign-in for each role. */
package io.plimsoll.service.demo;
