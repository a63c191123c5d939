package io.plimsoll.service.leads;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.message.Message;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads and their rates as tables for spreadsheets, and every file of a lead as it goes out. */
@ApplicationScoped
class LeadFiles {

    private static final Map<String, TableFormat> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("csv", TableFormat.CSV);
        FORMATS.put("csv-marked", TableFormat.CSV_MARKED);
        FORMATS.put("csv-gb18030", TableFormat.CSV_GB18030);
        FORMATS.put("xlsx", TableFormat.XLSX);
    }

    private static final List<String> COUNTS =
            List.of("raised", "open", "verified", "refuted", "unverifiable", "closed", "verified_rate_percent");

    private final Leads leads;
    private final Rates rates;
    private final Journal journal;
    private final Asking asking;
    private final Page page;

    LeadFiles(Leads leads, Rates rates, Journal journal, Asking asking, Page page) {
        this.leads = leads;
        this.rates = rates;
        this.journal = journal;
        this.asking = asking;
        this.page = page;
    }

    /** The leads that are asked for, as far as the one who asks may see them. */
    @Transactional
    Response leads(LeadFilter filter, String format) {
        List<List<Object>> rows = leads.all(filter).stream()
                .map(lead -> row(
                        lead.id(),
                        lead.source(),
                        lead.severity(),
                        lead.rule(),
                        lead.cycle(),
                        lead.finding() == null
                                ? lead.words()
                                : page.say(lead.finding().message()),
                        lead.about(),
                        lead.raisedAt(),
                        lead.state(),
                        lead.assignee(),
                        lead.due(),
                        lead.result()))
                .toList();
        List<String> header = List.of(
                "lead",
                "source",
                "severity",
                "rule",
                "cycle",
                "words",
                "about",
                "raised_at",
                "state",
                "assignee",
                "due",
                "result");
        return table("leads", format, header, rows);
    }

    /**
     * The verified rate.
     *
     * @param by source or person
     */
    @Transactional
    Response rates(String by, String format) {
        return switch (by) {
            case "source" ->
                table(
                        "rates-by-source",
                        format,
                        header("source", "kind"),
                        rates.bySource().stream()
                                .map(each -> counted(each.leads(), each.source(), each.kind()))
                                .toList());
            case "person" ->
                table(
                        "rates-by-person",
                        format,
                        header("name", "display_name", "role"),
                        rates.byPerson().stream()
                                .map(each -> counted(each.leads(), each.name(), each.displayName(), each.role()))
                                .toList());
            default -> throw Refused.field("by", Message.of("FIELD_ONE_OF", "values", "source, person"));
        };
    }

    private static List<String> header(String... keys) {
        List<String> header = new ArrayList<>(Arrays.asList(keys));
        header.addAll(COUNTS);
        return header;
    }

    private static List<Object> counted(Rates.Counts leads, Object... keys) {
        List<Object> row = row(keys);
        row.addAll(row(
                leads.raised(),
                leads.open(),
                leads.verified(),
                leads.refuted(),
                leads.unverifiable(),
                leads.closed(),
                leads.verifiedRate()));
        return row;
    }

    private static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            boolean isNumber = cell instanceof Long || cell instanceof BigDecimal;
            row.add(cell == null ? "" : isNumber ? cell : cell.toString());
        }
        return row;
    }

    private Response table(String name, String format, List<String> header, List<List<Object>> rows) {
        TableFormat way = FORMATS.get(format);
        if (way == null) {
            throw Refused.field("format", Message.of("FIELD_ONE_OF", "values", String.join(", ", FORMATS.keySet())));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Exports.table(way, name, header, rows.iterator(), out);
        } catch (IOException | ExchangeRefused failed) {
            throw new IllegalStateException(failed);
        }
        journal.append(asking.known(), Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", name, "form", format));
        return answer(out.toByteArray(), name + way.extension(), way.mediaType());
    }

    /** A file as it goes out: to be kept, never to be shown in the place of a page. */
    static Response answer(byte[] content, String file, String mediaType) {
        String plain = file.replaceAll("[^A-Za-z0-9@._-]", "_");
        String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content)
                .header("Content-Type", mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "no-store")
                .build();
    }
}
