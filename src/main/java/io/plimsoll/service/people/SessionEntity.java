package io.plimsoll.service.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table of sign-ins that have not ended. */
@Entity
@Table(name = "sign_in_session")
class SessionEntity {

    @Id
    @Column(name = "token_hash", columnDefinition = "char(64)")
    String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    PersonEntity person;

    @Column(name = "csrf_token", columnDefinition = "char(43)")
    String csrfToken;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
