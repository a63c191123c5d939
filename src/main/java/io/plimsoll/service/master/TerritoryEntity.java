package io.plimsoll.service.master;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row of the table of territories. */
@Entity
@Table(name = "territory")
class TerritoryEntity {

    @Id
    String code;

    String name;

    @Version
    Long version;
}
