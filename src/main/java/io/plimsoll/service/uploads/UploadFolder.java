package io.plimsoll.service.uploads;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Limits;
import io.plimsoll.exchange.Upload;
import io.plimsoll.exchange.Uploads;
import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The folder on the disk where uploads stand: those that are worked on, and those that wait to be stored. */
@ApplicationScoped
public class UploadFolder {

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);
    private static final int BUFFER = 1 << 16;
    private static final long MEBI = 1 << 20;

    private final UploadSettings settings;
    private final Clock clock;

    UploadFolder(UploadSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A file that was received, with the SHA-256 of what is in it. */
    public record Received(Path file, String digest, long bytes) {}

    /** Whatever was being worked on when the service stopped is of no use any more; gone before anybody works here. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        try {
            Files.createDirectories(kept());
            Files.createDirectories(work());
            for (Path left : children(work())) {
                delete(left);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        forgetOld();
    }

    /** Deletes files that have waited too long. */
    void forgetOld() {
        FileTime oldest = FileTime.from(clock.instant().minus(settings.keep()));
        try {
            for (Path each : children(kept())) {
                if (Files.getLastModifiedTime(each).compareTo(oldest) < 0) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException unreadable) {
            LOG.warnf("Old uploads stay where they are: %s", unreadable.getMessage());
        }
    }

    /** Writes down what is sent, no more of it than may be. */
    public Received receive(InputStream sent) throws IOException {
        Path file = Files.createTempFile(work(), "sent-", "");
        MessageDigest digest = sha256();
        long most = limits().uploadBytes();
        long bytes = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = sent.read(buffer); count >= 0; count = sent.read(buffer)) {
                bytes += count;
                if (bytes > most) {
                    throw tooLarge(most);
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        return new Received(file, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static Refused tooLarge(long most) {
        return new Refused(Problem.TOO_LARGE, Message.of("UPLOAD_TOO_LARGE", "limit", most / MEBI));
    }

    /**
     * Takes a file apart; the file stays.
     *
     * @throws Refused where it can't be taken as a whole
     */
    Upload open(Path file, String name, Optional<String> table) throws IOException {
        try {
            return new Uploads(work(), limits()).take(file, name, table);
        } catch (ExchangeRefused refused) {
            Problem problem = refused.reason().code().equals("UPLOAD_TOO_LARGE") ? Problem.TOO_LARGE : Problem.INVALID;
            throw new Refused(problem, refused.reason());
        }
    }

    /**
     * Takes a file of grants apart; the file stays.
     *
     * @throws Refused where it can't be taken as a whole
     */
    public Upload openGrants(Path file) throws IOException {
        try {
            return new Uploads(work(), limits()).takeGrants(file);
        } catch (ExchangeRefused refused) {
            Problem problem = refused.reason().code().equals("UPLOAD_TOO_LARGE") ? Problem.TOO_LARGE : Problem.INVALID;
            throw new Refused(problem, refused.reason());
        }
    }

    private Limits limits() {
        return Limits.DEFAULT.withUploadBytes(settings.megabytes() * MEBI);
    }

    /** A folder of its own for a work; to be deleted by whoever asked for it. */
    public Path workplace() throws IOException {
        return Files.createTempDirectory(work(), "out-");
    }

    /** Keeps a received file until its upload is stored or discarded. */
    void keep(Received received, long upload) throws IOException {
        Files.move(received.file(), place(upload), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(place(upload), FileTime.from(clock.instant()));
    }

    /** The file of an upload; nothing once it is gone. */
    Optional<Path> kept(long upload) {
        return Optional.of(place(upload)).filter(Files::exists);
    }

    /** Deletes the file of an upload; one that can't be deleted is later. */
    void forget(long upload) {
        try {
            Files.deleteIfExists(place(upload));
        } catch (IOException later) {
            LOG.warnf("Upload %d stays on the disk for now: %s", upload, later.getMessage());
        }
    }

    /** Deletes a file, or a folder with all that is in it. */
    public static void delete(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } else {
            Files.deleteIfExists(place);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private Path place(long upload) {
        return kept().resolve(Long.toString(upload));
    }

    private Path kept() {
        return settings.folder().resolve("waiting");
    }

    private Path work() {
        return settings.folder().resolve("work");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
