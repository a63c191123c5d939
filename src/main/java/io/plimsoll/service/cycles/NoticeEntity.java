package io.plimsoll.service.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of the table of notices. */
@Entity
@Table(name = "notice")
class NoticeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String cycle;

    @Enumerated(EnumType.STRING)
    Notice.Kind kind;

    String title;

    String words;

    String reason;

    Long correction;

    @Column(name = "written_by")
    Long writtenBy;

    @Column(name = "written_at")
    Instant writtenAt;

    @Column(name = "published_at")
    Instant publishedAt;

    @Version
    long version;
}
