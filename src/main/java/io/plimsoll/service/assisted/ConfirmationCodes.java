package io.plimsoll.service.assisted;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.people.Passwords;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes by which retailers confirm on another's device. Only a hash is kept, and five wrong tries make a code worthless
 * until its retailer has another one.
 */
@ApplicationScoped
class ConfirmationCodes {

    static final int FEWEST_CHARACTERS = 6;
    static final int MOST_CHARACTERS = 40;
    static final int MOST_TRIES = 5;

    /** As many are hashed in a few seconds. */
    static final int MOST_LETTERS = 50;

    /** bcrypt reads no more. */
    private static final int MOST_BYTES = 72;

    private static final int DIGITS_ON_PAPER = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sql sql;
    private final Passwords passwords;
    private final Journal journal;
    private final Clock clock;

    ConfirmationCodes(Sql sql, Passwords passwords, Journal journal, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a retailer may know of his code.
     *
     * @param onPaper whether it came by a letter; else he chose it himself
     */
    record Standing(boolean onPaper, Instant madeAt, int wrongTries) {

        public boolean isLocked() {
            return wrongTries >= MOST_TRIES;
        }
    }

    /** A code on its way to the printer, and to nowhere else. */
    record Letter(String licence, String name, String code) {

        /** In halves, as people read out numbers. */
        public String readable() {
            return code.substring(0, DIGITS_ON_PAPER / 2) + " " + code.substring(DIGITS_ON_PAPER / 2);
        }
    }

    /** The code of a shop, if it has one. */
    Optional<Standing> of(String licence) {
        return sql.first(
                "SELECT on_paper, made_at, wrong_tries FROM confirmation_code WHERE licence = ?",
                row -> new Standing(row.getBoolean(1), Sql.moment(row, "made_at"), row.getInt("wrong_tries")),
                licence);
    }

    /** A retailer chooses the code of his shop. */
    void choose(Viewer retailer, String licence, String chosen) {
        String code = plain(chosen);
        boolean isLongEnough = code.codePointCount(0, code.length()) >= FEWEST_CHARACTERS;
        if (!isLongEnough || code.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refused.field("chosenCode", Message.of("CODE_FORM", "fewest", FEWEST_CHARACTERS));
        }
        if (isEasy(code) || isKnownOf(licence, code)) {
            throw Refused.field("chosenCode", Message.of("CODE_EASY"));
        }
        String hash = passwords.hash(code);
        QuarkusTransaction.requiringNew().run(() -> {
            store(licence, hash, false, retailer);
            journal.append(retailer, Act.CONFIRMATION_CODE_SET, Subject.retailer(licence), Map.of());
        });
    }

    /** What anybody would try first: all the same, or counting up or down. */
    private static boolean isEasy(String code) {
        int[] points = code.codePoints().toArray();
        int step = points[1] - points[0];
        for (int i = 1; i < points.length; i++) {
            if (points[i] - points[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    /** What everybody knows who looks after the shop. */
    private boolean isKnownOf(String licence, String code) {
        String phone = sql.first("SELECT phone FROM retailer WHERE licence = ?", row -> row.getString(1), licence)
                .orElse(null);
        return plain(licence).contains(code) || phone != null && plain(phone).contains(code);
    }

    /**
     * Makes codes for letters; those that the shops had are worth nothing any more.
     *
     * @return what is to be printed, which nobody can be told again
     */
    List<Letter> forLetters(Viewer admin, List<String> licences) {
        if (licences.isEmpty() || licences.size() > MOST_LETTERS) {
            throw Refused.field("licences", Message.of("LETTERS_EXPECTED", "most", MOST_LETTERS));
        }
        List<Letter> letters = new ArrayList<>();
        for (String licence : licences) {
            letters.add(sql.first(
                            "SELECT COALESCE(name, '') FROM retailer WHERE licence = ?",
                            row -> new Letter(licence, row.getString(1), drawn()),
                            licence)
                    .orElseThrow(
                            () -> Refused.field("licences", Message.of("LETTERS_NO_SUCH_SHOP", "licence", licence))));
        }
        List<String> hashes =
                letters.stream().map(letter -> passwords.hash(letter.code())).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < letters.size(); i++) {
                store(letters.get(i).licence(), hashes.get(i), true, admin);
            }
            List<Subject> shops = licences.stream().map(Subject::retailer).toList();
            journal.append(admin, Act.CONFIRMATION_CODES_PRINTED, Subject.service(), Map.of("retailers", shops));
        });
        return letters;
    }

    private static String drawn() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < DIGITS_ON_PAPER; i++) {
            code.append(RANDOM.nextInt(10));
        }
        return code.toString();
    }

    private void store(String licence, String hash, boolean onPaper, Viewer by) {
        sql.update(
                "INSERT INTO confirmation_code (licence, code_hash, on_paper, made_by, made_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE code_hash = VALUES(code_hash), on_paper = VALUES(on_paper),"
                        + " made_by = VALUES(made_by), made_at = VALUES(made_at), wrong_tries = 0",
                licence,
                hash,
                onPaper,
                by.personId(),
                clock.instant());
    }

    /**
     * Requires the right code. Each try is counted before the code is looked at, so that a hundred at once are a hundred;
     * what was counted stays so, whatever becomes of the request.
     *
     * @param order the assisted order that is to be confirmed
     * @throws Refused where the code is wrong, there is none, or it was guessed at too often
     */
    void require(Viewer manager, long order, String licence, String typed) {
        String hash = QuarkusTransaction.requiringNew().call(() -> counted(licence));
        if (passwords.matches(plain(typed), hash)) {
            return;
        }
        int tries = QuarkusTransaction.requiringNew().call(() -> noted(manager, order, licence));
        throw Refused.field(
                "code",
                tries >= MOST_TRIES
                        ? Message.of("CODE_WRONG_AND_LOCKED")
                        : Message.of("CODE_WRONG", "left", MOST_TRIES - tries));
    }

    private String counted(String licence) {
        int counted = sql.update(
                "UPDATE confirmation_code SET wrong_tries = wrong_tries + 1 WHERE licence = ? AND wrong_tries < ?",
                licence,
                MOST_TRIES);
        if (counted == 0) {
            throw new Refused(
                    Problem.CONFLICT, of(licence).isPresent() ? Message.of("CODE_LOCKED") : Message.of("CODE_NONE"));
        }
        return sql.texts("SELECT code_hash FROM confirmation_code WHERE licence = ?", List.of(licence))
                .get(0);
    }

    private int noted(Viewer manager, long order, String licence) {
        int tries = of(licence).map(Standing::wrongTries).orElse(0);
        Map<String, Object> content = Map.of("assistedOrder", order, "tries", tries);
        journal.append(manager, Act.CONFIRMATION_CODE_REFUSED, Subject.retailer(licence), content);
        if (tries >= MOST_TRIES) {
            journal.append(manager, Act.CONFIRMATION_CODE_LOCKED, Subject.retailer(licence), content);
        }
        return tries;
    }

    /** The right code was typed: nothing is held against it any more. */
    @Transactional(TxType.MANDATORY)
    void forgetTries(String licence) {
        sql.update("UPDATE confirmation_code SET wrong_tries = 0 WHERE licence = ?", licence);
    }

    /** As it is compared: however wide it was typed, and with or without blanks and hyphens. */
    private static String plain(String typed) {
        String text = typed == null ? "" : typed;
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
