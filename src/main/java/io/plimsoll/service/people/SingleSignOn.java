package io.plimsoll.service.people;

import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets people in whom an OpenID Connect provider knows, where one is configured. Nobody is made a person that way: somebody
 * whom an admin has added is bound to an account at the provider when he first comes in, and is found by it from then on.
 */
@ApplicationScoped
class SingleSignOn {

    private static final String EMAIL = "email";
    private static final String EMAIL_VERIFIED = "email_verified";

    private final People people;
    private final Credentials credentials;
    private final Journal journal;
    private final SingleSignOnSettings settings;
    private final boolean isConfigured;

    SingleSignOn(
            People people,
            Credentials credentials,
            Journal journal,
            SingleSignOnSettings settings,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean isConfigured) {
        this.people = people;
        this.credentials = credentials;
        this.journal = journal;
        this.settings = settings;
        this.isConfigured = isConfigured;
    }

    boolean isConfigured() {
        return isConfigured;
    }

    /** What people call the provider; blank where nobody has said. */
    String provider() {
        return settings.name().orElse("");
    }

    /**
     * Lets somebody in whom the provider has sent.
     *
     * @param token what it says of him, verified
     * @return what the cookie is to hold; nothing where he is nobody here, or may not come in
     */
    @Transactional
    Optional<String> admit(JsonWebToken token) {
        String account = Sha256.of(token.getIssuer() + "|" + token.getSubject());
        Optional<PersonEntity> person = people.withAccount(account)
                .or(() -> nameIn(token).flatMap(people::named).flatMap(named -> bound(named, account)))
                .filter(each -> each.active);
        return person.map(each -> {
            journal.append(People.viewer(each), Act.SIGNED_IN, Subject.person(each.id), Map.of("by", "SINGLE_SIGN_ON"));
            return credentials.begin(each);
        });
    }

    private Optional<String> nameIn(JsonWebToken token) {
        Object name = token.getClaim(settings.claim());
        Object verified = token.getClaim(EMAIL_VERIFIED);
        boolean isVouchedFor = !settings.claim().equals(EMAIL) || "true".equals(String.valueOf(verified));
        return isVouchedFor && name != null ? Optional.of(name.toString()) : Optional.empty();
    }

    /** Nobody is taken away from an account that he has, and nobody who may not come in is bound to one. */
    private Optional<PersonEntity> bound(PersonEntity named, String account) {
        PersonEntity person = people.locked(named.id);
        if (person.oidcSubject != null || !person.active) {
            return Optional.empty();
        }
        person.oidcSubject = account;
        people.storeAtOnce(person);
        journal.append(People.viewer(person), Act.SINGLE_SIGN_ON_BOUND, Subject.person(person.id), Map.of());
        return Optional.of(person);
    }
}
