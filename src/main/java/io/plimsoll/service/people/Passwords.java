package io.plimsoll.service.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Passwords and other secrets that people type, which are kept as bcrypt hashes with a salt of their own. */
@ApplicationScoped
public class Passwords {

    /** bcrypt reads no more. */
    static final int MOST_BYTES = 72;

    static final int FEWEST_CHARACTERS = 12;

    /** 2^11 rounds: about a tenth of a second. */
    private static final int COST = 11;

    private static final int TEMPORARY_LETTERS = 16;
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of nobody: whoever tries a name that is not there waits as long as with one that is. Made when it is first needed. */
    private static final class Nobody {
        static final String HASH = BcryptUtil.bcryptHash("nobody has this password", COST);
    }

    public String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Takes the same time whether there is a hash or none. */
    public boolean matches(String password, String hashOrNull) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && BcryptUtil.matches(password, hashOrNull == null ? Nobody.HASH : hashOrNull);
        return fits && hashOrNull != null;
    }

    /** Whether somebody may choose a password; his own name in it counts nothing. */
    static boolean isGoodEnough(String password, String ownName) {
        String own = Pattern.quote(ownName);
        String rest = Pattern.compile(own, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(password)
                .replaceAll("");
        return rest.codePointCount(0, rest.length()) >= FEWEST_CHARACTERS
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** 80 bits of chance in letters that nobody mistakes for others when he reads them out, as {@code 7k3m-...}. */
    static String temporary() {
        byte[] bytes = new byte[TEMPORARY_LETTERS];
        RANDOM.nextBytes(bytes);
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(bytes[i] & 31));
        }
        return password.toString();
    }
}
