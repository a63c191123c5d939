package io.plimsoll.service.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of the table of cycles. */
@Entity
@Table(name = "cycle")
class CycleEntity {

    @Id
    String cycle;

    String seed;

    String period;

    @Column(name = "number_in_period")
    int number;

    @Column(name = "of_period")
    int of;

    @Enumerated(EnumType.STRING)
    CycleState state;

    String policy;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "opens_at")
    Instant opensAt;

    @Column(name = "closes_at")
    Instant closesAt;

    @Column(name = "second_closes_at")
    Instant secondClosesAt;

    @Version
    long version;

    CycleLife life() {
        return new CycleLife(state, opensAt, closesAt, secondClosesAt);
    }

    /** Whether others than planners rely on it; a past cycle that came in as data counts as published. */
    boolean isPublic() {
        return state != CycleState.PLANNED && (state != CycleState.CANCELLED || publishedAt != null);
    }
}
