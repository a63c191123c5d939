package io.plimsoll.service.journal;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An auditor's reading of a retailer's data is an act, and is journalled once in a request. Nobody else's is. Call it in
 * the transaction that reads.
 */
@RequestScoped
public class Readings {

    private final Journal journal;
    private final Asking asking;
    private final Set<Subject> noted = new HashSet<>();

    Readings(Journal journal, Asking asking) {
        this.journal = journal;
        this.asking = asking;
    }

    /** The data of one retailer are read. */
    @Transactional(TxType.MANDATORY)
    public void ofRetailer(String licence) {
        Subject retailer = Subject.retailer(licence);
        if (asking.is(Role.AUDITOR) && noted.add(retailer)) {
            journal.append(asking.known(), Act.RETAILER_READ, retailer, Map.of());
        }
    }

    /** The data of some retailers are read in one list. */
    @Transactional(TxType.MANDATORY)
    public void ofRetailers(List<String> licences) {
        if (asking.is(Role.AUDITOR) && !licences.isEmpty()) {
            List<Subject> read = licences.stream().map(Subject::retailer).toList();
            journal.append(asking.known(), Act.RETAILERS_READ, Subject.service(), Map.of("retailers", read));
        }
    }
}
