package io.plimsoll.service.audits;

import io.plimsoll.exchange.Upload;
import io.plimsoll.files.GrantsFile;
import io.plimsoll.files.TableReport;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.Turns;
import io.plimsoll.service.uploads.UploadFolder;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/** Takes in files of grants that others made: looked through to their end first, and then stored whole or not at all. */
@ApplicationScoped
class Bringing {

    private static final int LONGEST_FILE = 200;
    private static final int LONGEST_SOURCE = 500;

    private final Audits audits;
    private final UploadFolder disk;
    private final Turns turns;
    private final Once once;

    Bringing(Audits audits, UploadFolder disk, Turns turns, Once once) {
        this.audits = audits;
        this.disk = disk;
        this.turns = turns;
        this.once = once;
    }

    /**
     * How a file was sent.
     *
     * @param name what it was called
     * @param source whose grants these are
     * @param key under which the same request is done once
     */
    record Sent(String name, String source, String key) {}

    /**
     * Takes a file in.
     *
     * @param stored answers to the audit that came of it
     * @param bad answers where something is wrong with the file
     */
    Response receive(
            Viewer by,
            String cycle,
            InputStream content,
            Sent sent,
            Function<Audit, Response> stored,
            Function<BadGrants, Response> bad) {
        audits.past(by, cycle);
        Checks checks = new Checks();
        String name = checks.line("file", sent.name(), LONGEST_FILE);
        String source = checks.line("source", sent.source(), LONGEST_SOURCE);
        checks.refuseErrors();
        try {
            UploadFolder.Received received = disk.receive(content);
            try {
                return turns.take(() -> {
                    try (Upload upload = disk.openGrants(received.file())) {
                        TableReport report = upload.previewGrants();
                        if (!report.isGood()) {
                            return bad.apply(BadGrants.of(report));
                        }
                        Audits.Brought brought = new Audits.Brought(
                                name, received.digest(), upload.folder().resolve(GrantsFile.FILE_NAME));
                        List<String> asked = List.of(cycle, name, source, received.digest());
                        return QuarkusTransaction.requiringNew()
                                .call(() -> once.create(
                                        sent.key(),
                                        asked,
                                        () -> stored.apply(audits.bring(by, cycle, source, brought))));
                    }
                });
            } finally {
                Files.deleteIfExists(received.file());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
