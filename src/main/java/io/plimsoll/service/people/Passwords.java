package io.plimsoll.service.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Passwords, which are kept as bcrypt hashes with a salt of their own. */
@ApplicationScoped
class Passwords {

    /** bcrypt reads no more. */
    static final int MOST_BYTES = 72;

    static final int FEWEST_CHARACTERS = 12;

    /** 2^11 rounds: about a tenth of a second. */
    private static final int COST = 11;

    /** Of nobody: whoever tries a name that is not there waits as long as with one that is. */
    private final String nobodys = hash("nobody has this password");

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Takes the same time whether there is a hash or none. */
    boolean matches(String password, String hashOrNull) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && BcryptUtil.matches(password, hashOrNull == null ? nobodys : hashOrNull);
        return fits && hashOrNull != null;
    }

    /** Whether a password may be chosen. */
    static boolean isGoodEnough(String password) {
        return password.codePointCount(0, password.length()) >= FEWEST_CHARACTERS
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
