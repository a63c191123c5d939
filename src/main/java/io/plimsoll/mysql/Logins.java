package io.plimsoll.mysql;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * The users of the database. Their passwords are made with the data and kept beside it, in a file for its owner's eyes.
 *
 * @param owner may do everything in databases whose name begins with {@value EmbeddedMysql#DATABASE}, and let others
 * @param application may sign in, and do nothing but what the owner lets it
 */
record Logins(Login owner, Login application) {

    private static final String OWNER = "plimsoll_owner";
    private static final String APPLICATION = "plimsoll";
    private static final int BYTES_OF_A_PASSWORD = 24;

    static Logins withRandomPasswords() {
        return new Logins(new Login(OWNER, randomPassword()), new Login(APPLICATION, randomPassword()));
    }

    /** Letters, digits, hyphens and underscores only, so that no quoting is needed anywhere. */
    private static String randomPassword() {
        byte[] bytes = new byte[BYTES_OF_A_PASSWORD];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Logins read(Path file) throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new Logins(login(passwords, OWNER), login(passwords, APPLICATION));
    }

    private static Login login(Properties passwords, String user) throws IOException {
        String password = passwords.getProperty(user);
        if (password == null) {
            throw new IOException("no password of " + user);
        }
        return new Login(user, password);
    }

    void write(Path file) throws IOException {
        Private.write(file, List.of(OWNER + "=" + owner.password(), APPLICATION + "=" + application.password()));
    }

    /** What makes these users in a server without any, each statement on a line. Nobody can sign in as root from then on. */
    List<String> statements() {
        return List.of(
                "CREATE DATABASE " + EmbeddedMysql.DATABASE + ";",
                "CREATE USER " + OWNER + " IDENTIFIED BY '" + owner.password() + "';",
                "GRANT ALL ON `" + EmbeddedMysql.DATABASE + "%`.* TO " + OWNER + " WITH GRANT OPTION;",
                "CREATE USER " + APPLICATION + " IDENTIFIED BY '" + application.password() + "';",
                "ALTER USER root@localhost IDENTIFIED BY '" + randomPassword() + "' ACCOUNT LOCK;");
    }
}
