package io.plimsoll.service.demo;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Locale;

/** At the start of a demo, fills an empty database; over the database of an earlier start it does nothing. */
@ApplicationScoped
class Demo {

    private static final int REFUSED = 2;

    private final DemoSettings settings;
    private final DemoDatabase database;
    private final DemoCounty county;

    Demo(DemoSettings settings, DemoDatabase database, DemoCounty county) {
        this.settings = settings;
        this.database = database;
        this.county = county;
    }

    /** Before anybody makes a first admin: the demo has one. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        if (!settings.enabled()) {
            return;
        }
        DemoSignIns signIns = new DemoSignIns(settings.folder());
        switch (database.holds()) {
            case NOTHING -> seed(signIns);
            case THIS_DEMO ->
                tell(
                        signIns.isThere()
                                ? catalogue().say("DEMO_GOES_ON", "file", signIns.file())
                                : catalogue().say("DEMO_SIGN_INS_LOST", "file", signIns.file()));
            case SOMETHING_ELSE -> refuse(catalogue().say("DEMO_REFUSED"));
        }
    }

    private void seed(DemoSignIns signIns) {
        try {
            signIns.requireWritable();
            signIns.write(county.seed(settings));
        } catch (IOException unwritable) {
            refuse(catalogue().say("DEMO_UNWRITABLE", "file", signIns.file(), "reason", unwritable.getMessage()));
            return;
        }
        tell(catalogue().say("DEMO_READY", "file", signIns.file()));
        System.out.println(signIns.table());
    }

    /** The container knows no better way to be ended while it starts than to be asked to end once it has started. */
    private static void refuse(String words) {
        System.err.println(words);
        Quarkus.asyncExit(REFUSED);
    }

    private static void tell(String words) {
        System.out.println();
        System.out.println(words);
    }

    private static Catalogue catalogue() {
        return LawBook.ofThisBuild().catalogue(Language.of(Locale.getDefault()));
    }
}
