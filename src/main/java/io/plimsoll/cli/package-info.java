/** The command line: reads a command, lets the core work, and tells people in their language what came of it. */
package io.plimsoll.cli;
