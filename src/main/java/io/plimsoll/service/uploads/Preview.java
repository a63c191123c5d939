package io.plimsoll.service.uploads;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.TableReport;
import io.plimsoll.message.Message;
import java.util.List;

/**
 * What an upload holds and everything that is wrong with it.
 *
 * @param cycle that it brings, or that its supply is for; may be null
 * @param refusals why it can't be stored although its rows may be right
 * @param notes what is worth knowing and forbids nothing
 */
public record Preview(Kind kind, String cycle, List<TableView> tables, List<Message> refusals, List<Message> notes) {

    /**
     * A table.
     *
     * @param unlisted how many errors there are besides
     */
    public record TableView(
            String file,
            long rows,
            List<String> columns,
            List<List<String>> firstRows,
            List<ErrorView> errors,
            long unlisted) {

        static TableView of(TableReport report) {
            return new TableView(
                    report.file(),
                    report.rows(),
                    report.columns(),
                    report.firstRows(),
                    report.errors().stream().map(ErrorView::of).toList(),
                    report.unlisted());
        }

        public long allErrors() {
            return errors.size() + unlisted;
        }

        TableView emptied() {
            return new TableView(file, rows, List.of(), List.of(), List.of(), 0);
        }
    }

    /**
     * An error and its place.
     *
     * @param line 0 where the file as a whole is meant
     */
    public record ErrorView(long line, String column, String value, Message expected) {

        static ErrorView of(BadInput bad) {
            return new ErrorView(bad.line(), bad.column(), bad.value(), bad.expected());
        }
    }

    long errors() {
        return tables.stream().mapToLong(TableView::allErrors).sum() + refusals.size();
    }

    boolean isGood() {
        return errors() == 0;
    }

    /** What may stay once the upload is stored or discarded: no row, no value. */
    Preview emptied() {
        return new Preview(kind, cycle, tables.stream().map(TableView::emptied).toList(), List.of(), List.of());
    }
}
