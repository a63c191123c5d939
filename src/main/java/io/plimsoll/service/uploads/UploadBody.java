package io.plimsoll.service.uploads;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Uploads are larger than forms. */
@ApplicationScoped
class UploadBody implements LargeBody {

    private static final Set<String> PATHS = Set.of("/uploads", "/uploads/", "/api/uploads", "/api/uploads/");

    /** What a form puts around the file. */
    private static final long FORM = 1 << 20;

    private final UploadSettings settings;

    UploadBody(UploadSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isAt(String path) {
        return PATHS.contains(path);
    }

    @Override
    public long bytes() {
        return ((long) settings.megabytes() << 20) + FORM;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PLANNER);
    }
}
