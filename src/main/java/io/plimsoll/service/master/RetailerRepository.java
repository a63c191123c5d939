package io.plimsoll.service.master;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of retailers, one by one. */
@ApplicationScoped
class RetailerRepository implements PanacheRepositoryBase<RetailerEntity, String> {}
