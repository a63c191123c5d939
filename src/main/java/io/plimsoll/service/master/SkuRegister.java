package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The register of Skus: read by everybody who orders, rations or audits, changed by planners. */
@ApplicationScoped
public class SkuRegister {

    private static final int LONGEST_KEY = 64;

    private final Sql sql;
    private final SkuRepository skus;
    private final Asking asking;
    private final Journal journal;

    SkuRegister(Sql sql, SkuRepository skus, Asking asking, Journal journal) {
        this.sql = sql;
        this.skus = skus;
        this.asking = asking;
        this.journal = journal;
    }

    /** Those that are asked for, by key. */
    public PageOf<RegisteredSku> list(SkuFilter filter, Paging paging) {
        Where where = filter.where();
        long total = sql.number("SELECT COUNT(*) FROM sku s" + where.sql(), where.values());
        List<RegisteredSku> found = sql.list(
                "SELECT " + RegisteredSku.COLUMNS + " FROM sku s" + where.sql() + " ORDER BY s.sku LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                RegisteredSku::read);
        return PageOf.of(found, paging, total);
    }

    /** One of them. */
    public RegisteredSku one(String sku) {
        return sql.first(
                        "SELECT " + RegisteredSku.COLUMNS + " FROM sku s WHERE s.sku = ?",
                        List.of(sku),
                        RegisteredSku::read)
                .orElseThrow(Refused::notFound);
    }

    /** Adds one. */
    @Transactional
    public RegisteredSku create(String sku, SkuEdit given) {
        Checks checks = new Checks();
        String key = checks.key("sku", sku, LONGEST_KEY);
        SkuEdit edit = given.checked(checks);
        checks.refuseErrors();
        if (skus.findById(key) != null) {
            throw new Refused(Problem.CONFLICT, Message.of("SKU_EXISTS", "sku", key));
        }
        SkuEntity entity = new SkuEntity();
        entity.sku = key;
        edit.writeTo(entity);
        skus.persistAndFlush(entity);
        RegisteredSku added = RegisteredSku.of(entity);
        journal.append(asking.known(), Act.SKU_ADDED, subject(key), Changes.between(Map.of(), values(added)));
        return added;
    }

    /**
     * Changes one.
     *
     * @param match is told the present version and refuses when it is not the one that was seen
     */
    @Transactional
    public RegisteredSku change(String sku, LongConsumer match, SkuEdit given) {
        RegisteredSku before = one(sku);
        SkuEntity entity = skus.findById(sku);
        Checks checks = new Checks();
        SkuEdit edit = given.checked(checks);
        checks.refuseErrors();
        match.accept(entity.version);
        edit.writeTo(entity);
        skus.flush();
        RegisteredSku after = RegisteredSku.of(entity);
        Map<String, Object> content = Changes.between(values(before), values(after));
        if (!content.isEmpty()) {
            journal.append(asking.known(), Act.SKU_CHANGED, subject(sku), content);
        }
        return after;
    }

    private static Subject subject(String sku) {
        return new Subject(Subject.Kind.SKU, sku);
    }

    private static Map<String, Object> values(RegisteredSku sku) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", sku.name());
        values.put("brand", sku.brand());
        values.put("tier", sku.tier());
        values.put("status", sku.status());
        values.put(
                "price",
                sku.price() == null ? null : sku.price().stripTrailingZeros().toPlainString());
        values.put("keyBrand", sku.keyBrand());
        values.put("firstSold", sku.firstSold());
        return values;
    }
}
