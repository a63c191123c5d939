package io.plimsoll.service.web;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks in this request. */
@RequestScoped
public class Asking {

    /** Attribute of an identity: the {@link Viewer}. */
    public static final String VIEWER = "plimsoll.viewer";

    /** Attribute of an identity that signed in by a form: what its forms must carry. */
    public static final String CSRF_TOKEN = "plimsoll.csrf";

    private final SecurityIdentity identity;

    Asking(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Nobody where nobody is signed in. */
    public Optional<Viewer> viewer() {
        return identity.isAnonymous() ? Optional.empty() : Optional.ofNullable(identity.getAttribute(VIEWER));
    }

    /** The one who asks, where only somebody signed in can get to. */
    public Viewer known() {
        return viewer().orElseThrow(Refused::forbidden);
    }

    public boolean is(Role role) {
        return viewer().map(viewer -> viewer.role() == role).orElse(false);
    }

    /**
     * Refuses rows that are another's, in the same words as rows that don't exist, for whoever may not see all.
     *
     * @param there the row's owner, or nothing where there is no such row
     */
    public void requireInScope(Optional<Owner> there) {
        Scope scope = known().scope();
        if (there.isEmpty()) {
            throw scope instanceof Scope.Everybody ? Refused.notFound() : Refused.forbidden();
        }
        Owner owner = there.get();
        if (!scope.covers(owner.licence(), owner.manager(), owner.territory())) {
            throw Refused.forbidden();
        }
    }

    /** Whose a row is. */
    public record Owner(String licence, String manager, String territory) {}

    /** What forms of this sign-in must carry. */
    Optional<String> csrfToken() {
        return identity.isAnonymous() ? Optional.empty() : Optional.ofNullable(identity.getAttribute(CSRF_TOKEN));
    }
}
