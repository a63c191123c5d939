package io.plimsoll.service.audits;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.uploads.UploadSettings;
import io.plimsoll.service.web.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/** Grants of a cycle are as large as its orders. */
@ApplicationScoped
class AuditBody implements LargeBody {

    private static final Pattern PATH = Pattern.compile("(/api)?/cycles/[^/]+/audits/?");

    /** What a form puts around the file. */
    private static final long FORM = 1 << 20;

    private final UploadSettings settings;

    AuditBody(UploadSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public long bytes() {
        return ((long) settings.megabytes() << 20) + FORM;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PLANNER, Role.AUDITOR);
    }
}
