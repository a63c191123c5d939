/**
 * The files of one cycle: reads a folder into a {@link io.plimsoll.cycle.Cycle}, or says in one clear error what is
 * wrong with it. Everything is checked here, so that nothing behind this room meets a value outside its kind. The
 * formats stand in one place, {@code Formats}; digests are taken over canonical content.
 */
package io.plimsoll.files;
