package io.plimsoll.service.uploads;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleInput;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is worth knowing of a cycle before it is stored, though none of it forbids that. */
@ApplicationScoped
class CycleNotes {

    private static final int MOST_NAMED = 10;

    private final RegisterState register;
    private final CyclesHere cycles;
    private final GrantedBefore granted;
    private final CameInPolicies policies;

    CycleNotes(RegisterState register, CyclesHere cycles, GrantedBefore granted, CameInPolicies policies) {
        this.register = register;
        this.cycles = cycles;
        this.granted = granted;
        this.policies = policies;
    }

    List<Message> of(CycleInput input) {
        Cycle cycle = input.cycle();
        List<Message> notes = new ArrayList<>();
        if (cycles.exists(cycle.head().cycle())) {
            notes.add(Message.of("UPLOAD_REPLACES", "cycle", cycle.head().cycle()));
        }
        String version = input.policy().version();
        notes.add(
                policies.isApproved(input.policy().digest())
                        ? Message.of("UPLOAD_POLICY_BINDS", "policy", version)
                        : Message.of("UPLOAD_POLICY_WAITS", "policy", version));
        addGranted(cycle, notes);
        addRegister(cycle, notes);
        return notes;
    }

    private void addGranted(Cycle cycle, List<Message> notes) {
        Map<String, Long> derived =
                granted.before(cycle.head().period(), cycle.head().number());
        List<String> other = cycle.retailers().stream()
                .filter(retailer -> derived.getOrDefault(retailer.key(), 0L) != retailer.grantedInPeriod())
                .map(Retailer::key)
                .toList();
        if (!other.isEmpty()) {
            String some = String.join(", ", other.subList(0, Math.min(MOST_NAMED, other.size())));
            notes.add(Message.of("UPLOAD_GRANTED_DIFFERS", "count", other.size(), "retailers", some));
        }
    }

    private void addRegister(Cycle cycle, List<Message> notes) {
        Map<String, RegisterState.Shop> shops = register.shops();
        Set<String> skus = register.skus();
        long newShops = cycle.retailers().stream()
                .filter(retailer -> !shops.containsKey(retailer.key()))
                .count();
        long newSkus = cycle.skus().stream()
                .map(Sku::key)
                .filter(sku -> !skus.contains(sku))
                .count();
        notes.add(Message.of("UPLOAD_REGISTER_GROWS", "retailers", newShops, "skus", newSkus));
    }
}
