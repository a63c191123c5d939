package io.plimsoll.service.demo;

import io.plimsoll.service.people.SeededPeople.SignIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The file with the sign-ins of a demo, which its owner alone can read. */
final class DemoSignIns {

    private static final String NAME = "demo-sign-ins.csv";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private List<SignIn> signIns = List.of();

    DemoSignIns(Path folder) {
        file = folder.resolve(NAME);
    }

    Path file() {
        return file;
    }

    boolean isThere() {
        return Files.isRegularFile(file);
    }

    /** Finds out before the work is done that its result could not be told. */
    void requireWritable() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.delete(partial());
    }

    private Path partial() throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "." + NAME, ".partial");
        Files.setPosixFilePermissions(beside, OWNER_ALONE);
        return beside;
    }

    void write(List<SignIn> made) throws IOException {
        signIns = List.copyOf(made);
        StringBuilder csv = new StringBuilder("role,user,password,token\n");
        for (SignIn each : signIns) {
            csv.append(String.join(",", each.role().name(), each.user(), each.password(), each.token()))
                    .append('\n');
        }
        Path beside = partial();
        try (OutputStream out = Files.newOutputStream(beside)) {
            out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Without the tokens, which are for programs. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (SignIn each : signIns) {
            table.append(String.format("  %-17s %-12s %s%n", each.role(), each.user(), each.password()));
        }
        return table.toString();
    }
}
