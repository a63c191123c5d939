package io.plimsoll.service.cycles;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The table of cycles. */
@ApplicationScoped
class CycleTable implements PanacheRepositoryBase<CycleEntity, String> {

    /**
     * Waits for whoever is changing it, and makes others wait until the end of this transaction. It may have been read in
     * the same transaction before: what is given is as it is now.
     */
    Optional<CycleEntity> locked(String cycle) {
        return findByIdOptional(cycle).map(found -> {
            getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
            return found;
        });
    }
}
