package io.plimsoll.service.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the head of the ledger is laid down, outside of the service. */
@ConfigMapping(prefix = "plimsoll.ledger.anchor")
interface AnchorSettings {

    /** How often that is done, if the head has moved; {@code off} leaves it to another process. */
    @WithDefault("10m")
    String every();

    /** A file that gets a line each time; best on a disk that the service can only add to. */
    Optional<Path> file();

    /** Another system, to which each head is posted as text. */
    Optional<URI> url();

    /** What that system knows us by: sent as a bearer token. */
    Optional<String> token();
}
