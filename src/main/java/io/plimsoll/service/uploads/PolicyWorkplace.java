package io.plimsoll.service.uploads;

import io.plimsoll.service.policies.Workplace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;

/** Policies are taken in beside other uploads, and count as such. */
@ApplicationScoped
class PolicyWorkplace implements Workplace {

    private final UploadFolder folder;
    private final Turns turns;

    PolicyWorkplace(UploadFolder folder, Turns turns) {
        this.folder = folder;
        this.turns = turns;
    }

    @Override
    public <T> T work(Work<T> work) throws IOException {
        Path place = folder.workplace();
        try {
            return work.in(place);
        } finally {
            UploadFolder.delete(place);
        }
    }

    @Override
    public <T> T workInTurn(Work<T> work) throws IOException {
        return turns.take(() -> work(work));
    }
}
