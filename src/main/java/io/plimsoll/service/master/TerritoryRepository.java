package io.plimsoll.service.master;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of territories, one by one. */
@ApplicationScoped
class TerritoryRepository implements PanacheRepositoryBase<TerritoryEntity, String> {}
