package io.plimsoll.service.master;

import io.plimsoll.service.right.Viewer;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** What another room has to say of a shop, on the page of the shop. */
public interface BesideRetailer {

    /**
     * What it says.
     *
     * @param viewer who reads it; he may see the shop, but perhaps not all that is known of it
     */
    Optional<TemplateInstance> of(String licence, Viewer viewer);
}
