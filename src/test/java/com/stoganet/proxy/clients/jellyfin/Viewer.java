package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.playback.Marks;
import com.stoganet.proxy.playback.OpenPlay;
import com.stoganet.proxy.playback.OpenPlays;
import com.stoganet.proxy.playback.PlayClosing;
import com.stoganet.proxy.playback.PlayReports;
import com.stoganet.proxy.playback.Playback;
import com.stoganet.proxy.playback.Playstate;
import com.stoganet.proxy.playback.SilentPlayers;
import com.stoganet.proxy.playback.SpotFinder;
import com.stoganet.proxy.playback.WatchReport;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Fired;
import com.stoganet.sandbox.WatchState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user demo, who watches on several devices while time passes as the test wants. */
final class Viewer {

  private static final long TICKS_PER_MILLI = 10_000;

  private final TitlePages pages;
  private final Plays plays = new Plays();
  private final Map<String, Caller> devices = new HashMap<>();
  private final Time time = new Time();
  private final Playback playback;
  private final SilentPlayers silent;

  Viewer(TitlePages pages) {
    this.pages = pages;
    Playstate playstate = pages.playstate();
    PlayClosing closing = new PlayClosing(plays, playstate, time);
    PlayReports reports = new PlayReports(plays, closing, playstate, pages.watched(), time);
    playback =
        new Playback(
            pages.copies(),
            new SpotFinder(pages.watched()),
            reports,
            new Marks(pages.copies(), playstate),
            new Fired<>(event -> {}));
    silent =
        new SilentPlayers(
            plays,
            closing,
            new Fired<>(event -> {}),
            Settings.read(name -> Optional.empty()),
            time,
            null,
            null);
  }

  void reports(String device, CatalogId id, Duration position) {
    playback.progress(caller(device), id, report(position, false, Optional.empty()));
  }

  void reports(String device, CatalogId id, Duration position, JellyfinId source) {
    playback.progress(caller(device), id, report(position, false, Optional.of(source)));
  }

  void ends(String device, CatalogId id, Duration position) {
    playback.progress(caller(device), id, report(position, true, Optional.empty()));
  }

  void marks(CatalogId id, boolean played) {
    playback.markPlayed(caller("remote"), id, played);
  }

  /** Time passes here and at Jellyfin. */
  void waits(Duration length) {
    time.now = time.now.plus(length);
    pages.jellyfin.passTime(length);
  }

  /** What a proxy does every ten seconds, and at its start. */
  void closeSilentPlayers() {
    silent.close();
  }

  boolean plays(String device) {
    return plays.of(device).isPresent();
  }

  long position(String item) {
    return state(item).positionTicks() / TICKS_PER_MILLI;
  }

  WatchState state(String item) {
    return pages.jellyfin.users().watchState("demo", item);
  }

  private Caller caller(String device) {
    return devices.computeIfAbsent(
        device,
        name -> {
          String token = pages.jellyfin.users().signIn("demo", name);
          String user = pages.jellyfin.users().idOf("demo");
          return new Caller(name, "our-demo", user, false, token);
        });
  }

  private static WatchReport report(
      Duration position, boolean played, Optional<JellyfinId> source) {
    return new WatchReport(position.toMillis(), played, source);
  }

  private static final class Time extends Clock {
    private Instant now = Instant.now();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** As the database keeps them. */
  private final class Plays implements OpenPlays {
    private final Map<String, OpenPlay> rows = new HashMap<>();

    @Override
    public Optional<OpenPlay> of(String sessionId) {
      return Optional.ofNullable(rows.get(sessionId));
    }

    @Override
    public Optional<OpenPlay> newer(String userId, OpenPlay play) {
      return rows.values().stream()
          .filter(row -> row.item().equals(play.item()) && row.heardAt().isAfter(play.heardAt()))
          .findFirst();
    }

    @Override
    public void put(OpenPlay play) {
      rows.put(play.sessionId(), play);
    }

    @Override
    public void remove(OpenPlay play) {
      rows.computeIfPresent(
          play.sessionId(), (id, row) -> row.heardAt().equals(play.heardAt()) ? null : row);
    }

    @Override
    public List<Claim> claim(Instant silentSince, Instant now, Instant until, int limit) {
      return rows.values().stream()
          .filter(row -> row.heardAt().isBefore(silentSince))
          .map(row -> new Claim(row, Optional.of(caller(row.sessionId()))))
          .toList();
    }

    @Override
    public Optional<Claim> find(String sessionId) {
      return of(sessionId).map(row -> new Claim(row, Optional.of(caller(sessionId))));
    }
  }
}
