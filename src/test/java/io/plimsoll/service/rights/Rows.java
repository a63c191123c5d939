package io.plimsoll.service.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.policies.SomePolicies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two shops that have nothing to do with each other, and everybody who looks after the first one. */
final class Rows {

    /** Whose row is asked for. */
    enum Whose {
        OWN,
        FOREIGN,
        MISSING
    }

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Fixtures fixtures;
    private final Map<Role, Fixtures.Somebody> people = new EnumMap<>(Role.class);
    private final String run;
    private String latestOwnCycle;
    private final Map<Whose, String> licences = new EnumMap<>(Whose.class);

    /** A policy is nobody's: whoever may read one may read them all. */
    private final Map<Whose, String> policies = new EnumMap<>(Whose.class);

    Rows(Fixtures fixtures) {
        this.fixtures = fixtures;
        this.run = Forms.random().substring(0, 6);
        for (Whose whose : Whose.values()) {
            licences.put(whose, whose + "-" + run);
            if (whose != Whose.MISSING) {
                makeShop(whose);
                makeSku(whose);
            }
        }
        long author = fixtures.person(Role.PLANNER).id();
        policies.put(Whose.OWN, SomePolicies.stored(fixtures, author));
        policies.put(Whose.FOREIGN, SomePolicies.stored(fixtures, author));
        fixtures.execute(
                "INSERT INTO policy_step (digest, number, step, by_person, at) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6))",
                SomePolicies.stored(fixtures, author),
                fixtures.person(Role.PLANNER).id());
        people.put(Role.RETAILER, fixtures.retailer(licences.get(Whose.OWN)));
        people.put(Role.CUSTOMER_MANAGER, fixtures.manager("M-OWN-" + run));
        people.put(Role.MARKET_MANAGER, fixtures.marketManager("T-OWN-" + run));
        for (Role role : new Role[] {Role.ORDER_DESK, Role.PLANNER, Role.AUDITOR, Role.ADMIN}) {
            people.put(role, fixtures.person(role));
        }
    }

    private void makeShop(Whose whose) {
        String territory = "T-" + whose + "-" + run;
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, ?)", territory, territory);
        fixtures.execute(
                "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                        + " order_interval) VALUES (?, ?, ?, ?, 'URBAN', 'SMALL', 'ACTIVE', 1)",
                licences.get(whose),
                "Shop " + whose,
                "M-" + whose + "-" + run,
                territory);
    }

    private void makeSku(Whose whose) {
        fixtures.execute(
                "INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Harbour', 'TIER_2', 'NORMAL')",
                "S-" + whose + "-" + run);
    }

    private long receiver(Whose whose) {
        return whose == Whose.MISSING
                ? Long.MAX_VALUE
                : fixtures.execute(
                        "INSERT INTO receiver (licence, name, registered_at) VALUES (?, 'Wang Fang', UTC_TIMESTAMP(6))",
                        licences.get(whose));
    }

    /** A cycle that nobody has touched yet: one that is published, and one that is only planned, so no retailer knows of it. */
    private String cycle(Whose whose) {
        String cycle = "C-" + Forms.random().substring(0, 10);
        if (whose == Whose.MISSING) {
            return cycle;
        }
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, opens_at, closes_at,"
                        + " second_closes_at, published_at) VALUES (?, 'drawn', '2039-01', ?, 1000000000, ?,"
                        + " '2039-01-03 00:00:00', '2039-01-05 00:00:00', '2039-01-06 00:00:00', ?)",
                cycle,
                Math.floorMod(cycle.hashCode(), 1_000_000_000),
                whose == Whose.OWN ? "PUBLISHED" : "PLANNED",
                whose == Whose.OWN ? "2026-01-01 00:00:00" : null);
        for (Whose sku : new Whose[] {Whose.OWN, Whose.FOREIGN}) {
            fixtures.execute(
                    "INSERT INTO supply (cycle, sku, supply) VALUES (?, ?, 100)", cycle, "S-" + sku + "-" + run);
            fixtures.execute(
                    "INSERT INTO cycle_sku (cycle, sku, brand, tier, status) VALUES (?, ?, 'Harbour', 'TIER_2', 'NORMAL')",
                    cycle,
                    "S-" + sku + "-" + run);
        }
        if (whose == Whose.OWN) {
            fixtures.execute("UPDATE cycle SET policy = ? WHERE cycle = ?", policies.get(Whose.OWN), cycle);
            fixtures.execute(
                    "INSERT INTO demand_order (cycle, licence, state, channel, submitted_at)"
                            + " VALUES (?, ?, 'SUBMITTED', 'SELF', UTC_TIMESTAMP(6))",
                    cycle,
                    licences.get(Whose.OWN));
            latestOwnCycle = cycle;
        }
        return cycle;
    }

    /** What was collected for a shop, in a cycle of its own that takes no orders any more. */
    private long assisted(Whose whose) {
        if (whose == Whose.MISSING) {
            return Long.MAX_VALUE;
        }
        long collector = people.get(Role.CUSTOMER_MANAGER).id();
        long order = fixtures.execute(
                "INSERT INTO assisted_order (cycle, licence, state, collected_by, collected_at)"
                        + " VALUES (?, ?, 'COLLECTED', ?, '2026-01-05 12:00:00')",
                cycle(Whose.OWN),
                licences.get(whose),
                collector);
        fixtures.execute(
                "INSERT INTO assisted_step (assisted_order, step, by_person, at, visited_at, place, content, digest)"
                        + " VALUES (?, 'COLLECTED', ?, '2026-01-05 12:00:00', '2026-01-05 11:00:00', 'In the shop', ?, ?)",
                order,
                collector,
                "{\"atMost\":null,\"lines\":[]}",
                "0".repeat(64));
        return order;
    }

    /** What was told of the order in the own cycle that was made last. */
    private long receipt(Whose whose) {
        return whose == Whose.MISSING
                ? Long.MAX_VALUE
                : fixtures.execute(
                        "INSERT INTO order_receipt (cycle, licence, version, channel, submitted_by, submitted_at,"
                                + " content, digest) VALUES (?, ?, ?, 'SELF', ?, UTC_TIMESTAMP(6),"
                                + " '{\"atMost\":null,\"lines\":[]}', '')",
                        latestOwnCycle,
                        licences.get(whose),
                        fixtures.value(
                                "SELECT COALESCE(MAX(version), 0) + 1 FROM order_receipt WHERE cycle = ? AND licence = ?",
                                latestOwnCycle,
                                licences.get(whose)),
                        people.get(Role.RETAILER).id());
    }

    /** A notice that is published, and a draft. */
    private long notice(Whose whose) {
        return whose == Whose.MISSING
                ? Long.MAX_VALUE
                : fixtures.execute(
                        "INSERT INTO notice (title, words, written_at, published_at)"
                                + " VALUES ('Supply', 'Much of it', UTC_TIMESTAMP(6), ?)",
                        whose == Whose.OWN ? "2026-01-01 00:00:00" : null);
    }

    /** Somebody nobody has changed yet. */
    private long person(Whose whose) {
        return whose == Whose.MISSING
                ? Long.MAX_VALUE
                : fixtures.person(Role.PLANNER).id();
    }

    private long token(Whose whose, Fixtures.Somebody who) {
        return switch (whose) {
            case OWN -> fixtures.token(who.id(), "plm_" + Forms.random());
            case FOREIGN -> fixtures.token(fixtures.person(Role.PLANNER).id(), "plm_" + Forms.random());
            case MISSING -> Long.MAX_VALUE;
        };
    }

    Fixtures.Somebody person(Role role) {
        return people.get(role);
    }

    /** The address of an endpoint with the keys of somebody's row. */
    String address(Endpoint endpoint, Whose whose) {
        return address(endpoint, whose, people.get(Role.ADMIN));
    }

    /** The same, for what can be one's own without being a retailer's. */
    String address(Endpoint endpoint, Whose whose, Fixtures.Somebody who) {
        return PARAMETER
                .matcher(endpoint.path())
                .replaceAll((MatchResult match) -> value(match.group(1), endpoint, whose, who));
    }

    /** An example that can be added although other tests have added the same. */
    static String anew(JsonNode example) {
        JsonNode copy = example.deepCopy();
        if (copy instanceof ObjectNode body) {
            if (body.path("tables") instanceof ObjectNode tables) {
                int any = Math.floorMod(Forms.random().hashCode(), 1_000_000);
                tables.put("alerts.csv", "code,parameter,value\nR5,headroom_multiple," + any + "\n");
            }
            if (body.has("seed")) {
                body.put("cycle", "C-" + Forms.random().substring(0, 10));
                body.put("period", (3000 + Math.floorMod(Forms.random().hashCode(), 6000)) + "-12");
            }
            for (String key : List.of("name", "licence", "sku", "code")) {
                if (body.path(key).isTextual()) {
                    body.put(key, body.path(key).textValue() + Forms.random().substring(0, 6));
                }
            }
        }
        return copy.toString();
    }

    /** Whether an endpoint's address says whose row it is about. */
    static boolean isAboutARow(Endpoint endpoint) {
        return endpoint.path().contains("{") && !endpoint.path().contains("{code}");
    }

    private long id(Endpoint endpoint, Whose whose, Fixtures.Somebody who) {
        if (endpoint.path().contains("/uploads/{id}")) {
            return upload(whose);
        }
        return endpoint.path().contains("/tokens/{id}") ? token(whose, who) : person(whose);
    }

    /** One whose file is gone: planners see those of one another. */
    private long upload(Whose whose) {
        return whose == Whose.MISSING
                ? Long.MAX_VALUE
                : fixtures.execute(
                        "INSERT INTO upload (file, kind, content_hash, bytes, state, errors, preview, uploaded_by,"
                                + " uploaded_at) VALUES ('a.csv', 'REGISTER', '', 0, 'PREVIEWED', 0, ?, ?,"
                                + " UTC_TIMESTAMP(6))",
                        "{\"kind\":\"REGISTER\",\"tables\":[],\"refusals\":[],\"notes\":[]}",
                        people.get(Role.PLANNER).id());
    }

    /** A lead that the one who asks raised and is to check, and one of somebody else's; auditors see both. */
    private long lead(Whose whose, Fixtures.Somebody who) {
        if (whose == Whose.MISSING) {
            return Long.MAX_VALUE;
        }
        long raiser =
                whose == Whose.OWN ? who.id() : fixtures.person(Role.PLANNER).id();
        return fixtures.execute(
                "INSERT INTO raised_lead (source, severity, words, raised_by, raised_as, raised_at, state, assignee, due)"
                        + " VALUES ('PERSON', 'WARNING', 'Heard in the shop', ?, 'PLANNER', UTC_TIMESTAMP(6), 'ASSIGNED',"
                        + " ?, '2999-01-01')",
                raiser,
                raiser);
    }

    private long attachment(Whose whose, Fixtures.Somebody who) {
        if (whose == Whose.MISSING) {
            return Long.MAX_VALUE;
        }
        long lead = lead(whose, who);
        long step = fixtures.execute(
                "INSERT INTO lead_step (of_lead, step, by_person, at) VALUES (?, 'COMMENTED', ?, UTC_TIMESTAMP(6))",
                lead,
                who.id());
        return fixtures.execute(
                "INSERT INTO lead_attachment (of_lead, step, name, kind, bytes, digest, content)"
                        + " VALUES (?, ?, 'a.txt', 'TEXT', 1, '', 'a')",
                lead,
                step);
    }

    /** An open re-balancing of the shop's manager, in which the shop has been asked. */
    private long rebalancing(Whose whose) {
        if (whose == Whose.MISSING) {
            return Long.MAX_VALUE;
        }
        String manager = "M-" + whose + "-" + run;
        fixtures.execute("UPDATE rebalancing SET state = 'WITHDRAWN' WHERE manager = ? AND state = 'OPEN'", manager);
        long id = fixtures.execute(
                "INSERT INTO rebalancing (manager, made_by, made_at, state) VALUES (?, ?, UTC_TIMESTAMP(6), 'OPEN')",
                manager,
                people.get(Role.CUSTOMER_MANAGER).id());
        fixtures.execute(
                "INSERT INTO rebalancing_line (rebalancing, licence, total_before, total_after, reason, evidence, state,"
                        + " asked_at, answer_by) VALUES (?, ?, 0, 5, 'DEMAND', 'x', 'ASKED', UTC_TIMESTAMP(6), '2999-01-01')",
                id,
                licences.get(whose));
        return id;
    }

    /** A total that is proposed to the shop. */
    private long proposal(Whose whose) {
        if (whose == Whose.MISSING) {
            return Long.MAX_VALUE;
        }
        fixtures.execute(
                "UPDATE agreed_total SET state = 'WITHDRAWN', ended_at = UTC_TIMESTAMP(6) WHERE licence = ? AND is_open",
                licences.get(whose));
        return fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, manager, total_before, reason, evidence,"
                        + " proposed_by, proposed_at) VALUES (?, '9998-12', 5, 'PROPOSED', ?, 0, 'DEMAND', 'x', ?,"
                        + " UTC_TIMESTAMP(6))",
                licences.get(whose),
                "M-" + whose + "-" + run,
                people.get(Role.CUSTOMER_MANAGER).id());
    }

    private String value(String parameter, Endpoint endpoint, Whose whose, Fixtures.Somebody who) {
        return switch (parameter) {
            case "id" -> Long.toString(id(endpoint, whose, who));
            case "table" ->
                endpoint.path().contains("/register/")
                        ? "retailers"
                        : endpoint.path().contains("/plans/") ? "listings" : "orders";
            case "limit" -> "1";
            case "rebalancing" -> Long.toString(rebalancing(whose));
            case "proposal" -> Long.toString(proposal(whose));
            case "run", "replay", "audit", "finding" -> Long.toString(Long.MAX_VALUE);
            case "period" -> "9998-12";
            case "manager" -> "M-" + whose + "-" + run;
            case "licence" -> licences.get(whose);
            case "cycle" -> cycle(whose);
            case "assisted" -> Long.toString(assisted(whose));
            case "receipt" -> Long.toString(receipt(whose));
            case "notice" -> Long.toString(notice(whose));
            case "digest" -> policies.getOrDefault(whose, "0".repeat(64));
            case "file" -> "floats.csv";
            case "code" -> "en";
            case "territory" -> whose == Whose.MISSING ? "T-NONE" : "T-" + whose + "-" + run;
            case "sku" -> "S-" + whose + "-" + run;
            case "lead" -> Long.toString(lead(whose, who));
            case "attachment" -> Long.toString(attachment(whose, who));
            case "receiver" -> Long.toString(receiver(whose));
            case "position" -> "1";
            case "number" -> fixtures.value("SELECT MIN(number) FROM journal");
            default -> throw new IllegalStateException("which row is {" + parameter + "}? Say it here.");
        };
    }
}
