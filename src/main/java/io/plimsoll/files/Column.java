package io.plimsoll.files;

/**
 * One column of a file.
 *
 * @param required whether the file must have it; where it is missing every value is blank
 */
record Column(String name, boolean required, Kind kind) {

    static Column of(String name, Kind kind) {
        return new Column(name, true, kind);
    }

    static Column optional(String name, Kind kind) {
        return new Column(name, false, kind);
    }
}
