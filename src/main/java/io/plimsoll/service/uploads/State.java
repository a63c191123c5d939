package io.plimsoll.service.uploads;

/** What became of an upload. */
public enum State {
    PREVIEWED,
    STORED,
    DISCARDED
}
