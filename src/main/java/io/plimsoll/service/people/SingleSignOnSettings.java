package io.plimsoll.service.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How single sign-on is told to people and read by us; where the provider is, {@code quarkus.oidc} says. */
@ConfigMapping(prefix = "plimsoll.single-sign-on")
interface SingleSignOnSettings {

    /** What people call the provider. */
    Optional<String> name();

    /**
     * The claim of the ID token that is compared with the names of people, the first time. {@code email} counts only where
     * {@code email_verified} says so; whoever sets another claim says that the provider vouches for it.
     */
    @WithDefault("email")
    String claim();
}
