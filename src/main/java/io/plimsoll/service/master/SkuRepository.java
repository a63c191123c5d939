package io.plimsoll.service.master;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of Skus, one by one. */
@ApplicationScoped
class SkuRepository implements PanacheRepositoryBase<SkuEntity, String> {}
