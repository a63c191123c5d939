package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The territories. Whoever answers for some of them sees those; a customer manager and a retailer those of their shops. */
@ApplicationScoped
public class Territories {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 120;
    private static final String SELECT = "SELECT t.code, t.name, t.version,"
            + " (SELECT COUNT(*) FROM retailer r WHERE r.territory = t.code) AS retailers FROM territory t";

    private final Sql sql;
    private final TerritoryRepository territories;
    private final Asking asking;
    private final Journal journal;

    Territories(Sql sql, TerritoryRepository territories, Asking asking, Journal journal) {
        this.sql = sql;
        this.territories = territories;
        this.asking = asking;
        this.journal = journal;
    }

    /** Those that the one who asks may see, by code. */
    public PageOf<Territory> list(Paging paging) {
        Where where = visible();
        long total = sql.number("SELECT COUNT(*) FROM territory t" + where.sql(), where.values());
        List<Territory> found = sql.list(
                SELECT + where.sql() + " ORDER BY t.code LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                Territories::read);
        return PageOf.of(found, paging, total);
    }

    /** One that the one who asks may see. */
    public Territory one(String code) {
        Where where = visible().and("t.code = ?", code);
        Optional<Territory> there = sql.first(SELECT + where.sql(), where.values(), Territories::read);
        return there.orElseThrow(
                () -> asking.known().scope() instanceof Scope.Everybody ? Refused.notFound() : Refused.forbidden());
    }

    /** A territory to choose from. */
    public record Choice(String code, String name) {}

    /** Those to choose from in a list of retailers; nobody counts their shops. */
    public List<Choice> all() {
        Where where = visible();
        return sql.list(
                "SELECT t.code, t.name FROM territory t" + where.sql() + " ORDER BY t.code",
                where.values(),
                row -> new Choice(row.getString(1), row.getString(2)));
    }

    private Where visible() {
        Scope scope = asking.known().scope();
        if (scope instanceof Scope.Everybody) {
            return new Where();
        }
        // From his few shops to their territories; the other way round all shops of all territories would be looked at.
        Where ofShops = new Where().inScope(scope, "r");
        return new Where()
                .and(
                        "t.code IN (SELECT r.territory FROM retailer r" + ofShops.sql() + ")",
                        ofShops.values().toArray());
    }

    /** Adds one. */
    @Transactional
    public Territory create(String code, String name) {
        Checks checks = new Checks();
        String key = checks.key("code", code, LONGEST_CODE);
        String called = checks.line("name", name, LONGEST_NAME);
        checks.refuseErrors();
        if (territories.findById(key) != null) {
            throw new Refused(Problem.CONFLICT, Message.of("TERRITORY_EXISTS", "code", key));
        }
        TerritoryEntity entity = new TerritoryEntity();
        entity.code = key;
        entity.name = called;
        territories.persistAndFlush(entity);
        journal.append(asking.known(), Act.TERRITORY_ADDED, subject(key), Map.of("name", called));
        return one(key);
    }

    /** Gives one another name. */
    @Transactional
    public Territory change(String code, LongConsumer match, String name) {
        one(code);
        TerritoryEntity entity = territories.findById(code);
        Checks checks = new Checks();
        String called = checks.line("name", name, LONGEST_NAME);
        checks.refuseErrors();
        match.accept(entity.version);
        if (!called.equals(entity.name)) {
            Map<String, String> change = Map.of("before", entity.name, "after", called);
            journal.append(asking.known(), Act.TERRITORY_CHANGED, subject(code), Map.of("name", change));
        }
        entity.name = called;
        territories.flush();
        return one(code);
    }

    private static Subject subject(String code) {
        return new Subject(Subject.Kind.TERRITORY, code);
    }

    private static Territory read(ResultSet row) throws SQLException {
        return new Territory(
                row.getString("code"), row.getString("name"), row.getLong("retailers"), row.getLong("version"));
    }
}
