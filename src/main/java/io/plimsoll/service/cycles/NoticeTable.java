package io.plimsoll.service.cycles;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of notices. */
@ApplicationScoped
class NoticeTable implements PanacheRepository<NoticeEntity> {}
