package io.plimsoll.service.background;

import jakarta.enterprise.context.ApplicationScoped;

/** Does the work that waits, as the service does by itself; tests have its schedule turned off. */
@ApplicationScoped
public class TestWork {

    private final BackgroundWorker worker;

    TestWork(BackgroundWorker worker) {
        this.worker = worker;
    }

    public void goOn() {
        worker.goOn();
    }
}
