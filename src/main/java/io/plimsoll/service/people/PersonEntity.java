package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A row of the table of people. */
@Entity
@Table(name = "person")
class PersonEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Column(name = "display_name")
    String displayName;

    @Enumerated(EnumType.STRING)
    Role role;

    String retailer;

    String manager;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "password_once")
    boolean passwordOnce;

    @Column(name = "oidc_subject")
    String oidcSubject;

    String language;

    boolean active = true;

    @Column(name = "created_at")
    Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "person_territory", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "territory")
    Set<String> territories = new TreeSet<>();

    @Version
    long version;
}
