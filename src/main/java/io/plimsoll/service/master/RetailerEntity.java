package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A row of the table of retailers. */
@Entity
@Table(name = "retailer")
class RetailerEntity {

    @Id
    String licence;

    String name;

    String manager;

    String territory;

    @Column(name = "market_type")
    @Enumerated(EnumType.STRING)
    MarketType marketType;

    @Column(name = "size_class")
    @Enumerated(EnumType.STRING)
    SizeClass sizeClass;

    @Enumerated(EnumType.STRING)
    RetailerStatus status;

    @Column(name = "order_interval")
    int orderInterval;

    @Column(name = "key_account")
    Boolean keyAccount;

    String phone;

    String account;

    @Column(name = "licensed_since")
    LocalDate licensedSince;

    @Version
    Long version;
}
