package io.plimsoll.service.leads;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/** What is attached to a lead is larger than a form. */
@ApplicationScoped
class AttachmentBody implements LargeBody {

    private static final Pattern PATH = Pattern.compile("/leads/[0-9]+/comments|/api/leads/[0-9]+/attachments");

    /** What a form puts around the file. */
    private static final long FORM = 1 << 20;

    @Override
    public boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public long bytes() {
        return LeadActs.MOST_BYTES + FORM;
    }

    @Override
    public Set<Role> roles() {
        return Staff.CHECKING;
    }
}
