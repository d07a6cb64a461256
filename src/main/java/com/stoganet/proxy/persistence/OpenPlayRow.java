package com.stoganet.proxy.persistence;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.playback.OpenPlay;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code open_plays}: what plays on the device of a session. */
@Entity
@Table(name = "open_plays")
public class OpenPlayRow {

  @Id
  @Column(name = "session_id")
  private String sessionId;

  private String item;

  private String source;

  @Column(name = "position_ms")
  private long positionMillis;

  @Enumerated(EnumType.STRING)
  private OpenPlay.Telling telling;

  @Column(name = "watched_before")
  private boolean watchedBefore;

  @Column(name = "heard_at")
  @Convert(converter = InstantMillis.class)
  private Instant heardAt;

  @Column(name = "begun_at")
  @Convert(converter = InstantMillis.class)
  private Instant begunAt;

  /** Until then another proxy leaves it alone. */
  @Column(name = "claimed_until")
  @Convert(converter = InstantMillis.class)
  private Instant claimedUntil;

  /** For JPA only. */
  protected OpenPlayRow() {}

  OpenPlay play() {
    return new OpenPlay(
        sessionId,
        JellyfinId.parse(item).orElseThrow(),
        JellyfinId.parse(source).orElseThrow(),
        positionMillis,
        telling,
        watchedBefore,
        heardAt,
        begunAt);
  }
}
