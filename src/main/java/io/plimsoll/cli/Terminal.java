package io.plimsoll.cli;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.message.Message;
import java.io.PrintWriter;

/** Where a command speaks: what was asked for on one stream, progress and errors on the other. */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Catalogue catalogue;

    Terminal(PrintWriter out, PrintWriter err, Language language) {
        this.out = out;
        this.err = err;
        catalogue = LawBook.ofThisBuild().catalogue(language);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    void say(String code, Object... namesAndValues) {
        print(catalogue.say(code, namesAndValues));
    }

    void say(Message message) {
        print(catalogue.say(message));
    }

    void error(String line) {
        err.println(line);
        err.flush();
    }

    void sayError(String code, Object... namesAndValues) {
        error(catalogue.say(code, namesAndValues));
    }

    void sayError(Message message) {
        error(catalogue.say(message));
    }
}
