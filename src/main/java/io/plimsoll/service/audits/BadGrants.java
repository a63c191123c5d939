package io.plimsoll.service.audits;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.TableReport;
import io.plimsoll.message.Message;
import java.util.List;

/**
 * Everything that is wrong with a file of grants; nothing of it is stored.
 *
 * @param unlisted how many errors there are besides
 */
record BadGrants(List<Wrong> errors, long unlisted) {

    /** One error and its place; line 0 where the file as a whole is meant. */
    record Wrong(long line, String column, String value, Message expected) {

        static Wrong of(BadInput bad) {
            return new Wrong(bad.line(), bad.column(), bad.value(), bad.expected());
        }
    }

    static BadGrants of(TableReport report) {
        return new BadGrants(report.errors().stream().map(Wrong::of).toList(), report.unlisted());
    }

    public long all() {
        return errors.size() + unlisted;
    }
}
