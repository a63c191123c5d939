package io.plimsoll.service.quotas;

import io.plimsoll.service.master.AgreedTotals.State;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.plimsoll.service.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which totals wait for whom: a retailer's answer, a manager's next step, an approval. */
@ApplicationScoped
class QuotaHomePart implements HomePart {

    private static final int PLACE = 14;

    private final Rebalancings rebalancings;
    private final RebalancingApproval approval;
    private final TotalProposals proposals;

    QuotaHomePart(Rebalancings rebalancings, RebalancingApproval approval, TotalProposals proposals) {
        this.rebalancings = rebalancings;
        this.approval = approval;
        this.proposals = proposals;
    }

    /**
     * What waits for one of the staff.
     *
     * @param own the open re-balancing of a customer manager; null where there is none
     * @param coming his approved ones that do not hold yet
     * @param toApprove keys of re-balancings
     * @param proposals how many single totals
     * @param state of which these are
     */
    record Waiting(
            Rebalancing own, List<Rebalancings.Coming> coming, List<Long> toApprove, long proposals, State state) {

        public boolean isNothing() {
            return own == null && coming.isEmpty() && toApprove.isEmpty() && proposals == 0;
        }
    }

    @CheckedTemplate(basePath = "quotas")
    static class Templates {
        static native TemplateInstance home(Waiting waiting);

        static native TemplateInstance ownHome(List<OwnLine> lines, List<TotalProposal> proposed);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.scope() instanceof Scope.OneRetailer own) {
            List<OwnLine> lines = approval.toAnswer(own.licence());
            List<TotalProposal> proposed =
                    proposals.list(State.PROPOSED, new Paging()).items();
            return lines.isEmpty() && proposed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Templates.ownHome(lines, proposed));
        }
        return waiting(viewer).filter(waiting -> !waiting.isNothing()).map(Templates::home);
    }

    private Optional<Waiting> waiting(Viewer viewer) {
        if (viewer.role() == Role.CUSTOMER_MANAGER && viewer.scope() instanceof Scope.OfManager own) {
            Rebalancing open = rebalancings
                    .openOf(own.manager())
                    .map(id -> rebalancings.find(id).rebalancing())
                    .orElse(null);
            return Optional.of(new Waiting(open, rebalancings.comingOf(own.manager()), List.of(), 0, State.PROPOSED));
        }
        if (viewer.role() == Role.MARKET_MANAGER) {
            return Optional.of(new Waiting(null, List.of(), rebalancings.ready(), count(State.AGREED), State.AGREED));
        }
        if (viewer.role() == Role.PLANNER) {
            return Optional.of(new Waiting(null, List.of(), rebalancings.signed(), count(State.SIGNED), State.SIGNED));
        }
        return Optional.empty();
    }

    private long count(State state) {
        return proposals.list(state, new Paging()).total();
    }
}
