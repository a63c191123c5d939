package io.plimsoll.service.audits;

import io.plimsoll.service.right.Viewer;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Grants of others that a demo begins with: brought as by a person, and judged when the service runs. */
@ApplicationScoped
public class SeededAudits {

    private final Audits audits;

    SeededAudits(Audits audits) {
        this.audits = audits;
    }

    /**
     * Brings a file.
     *
     * @param source whose grants these are
     * @param table with all columns of {@code grants.csv}
     */
    @Transactional(TxType.MANDATORY)
    public void bring(Viewer by, String cycle, String source, Path table) throws IOException {
        String digest = Sha256.of(Files.readAllBytes(table));
        audits.bring(by, cycle, source, new Audits.Brought(table.getFileName().toString(), digest, table));
    }
}
