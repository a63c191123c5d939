package io.plimsoll.service.findings;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.plimsoll.service.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Was any allocation forbidden? What an auditor asks first. */
@ApplicationScoped
class FindingsHomePart implements HomePart {

    private static final int PLACE = 1;
    private static final int SHOWN = 3;

    private final Findings findings;

    FindingsHomePart(Findings findings) {
        this.findings = findings;
    }

    @CheckedTemplate(basePath = "findings")
    static class Templates {
        static native TemplateInstance home(Overview overview, List<Raised> worst);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.AUDITOR) {
            return Optional.empty();
        }
        FindingFilter all = new FindingFilter();
        Paging first = new Paging();
        first.page = 1;
        first.size = SHOWN;
        return Optional.of(
                Templates.home(findings.overview(all), findings.list(all, first).items()));
    }
}
