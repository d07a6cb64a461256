package com.stoganet.sandbox;

import java.time.Duration;

/** Everything that the server knows; what a restart of a real one would keep, and a bit more. */
final class ServerState {
  final String apiKey;
  final Library library = SampleLibrary.create();
  final Accounts accounts = new Accounts();
  final Tokens tokens = new Tokens();
  final MovableClock clock = new MovableClock();
  final WatchHistory watched = new WatchHistory(library::watchKey);
  final Playing playing = new Playing();
  final QuickConnect quickConnect = new QuickConnect();
  final OpenTransfers sending = new OpenTransfers();
  volatile JellyfinVersion version;
  volatile String serverId = Guid.of("server/sandbox");

  /** Whether the start-up wizard was finished. */
  volatile boolean setUp = true;

  /** Whether Jellyfin believes the proxy what it says about the address of its client. */
  volatile boolean knowsProxy;

  volatile Duration passwordCheck = Duration.ZERO;
  private final Pauses pauses = new Pauses();

  ServerState(SandboxJellyfin.Options options) {
    this.version = options.version();
    this.apiKey = options.apiKey();
    library.judgedBy(new ParentalRules(library, this::knowsSubScores));
    Account demo = accounts.named("demo");
    SampleLibrary.watch(library, watched, demo);
    new LargeLibrary(library, watched, demo).add(options.movies(), options.series());
  }

  /** Waits; false when the server is closed meanwhile. */
  boolean pause(Duration time) {
    return pauses.pause(time);
  }

  /** Wakes up the requests that are waiting. */
  void close() {
    pauses.close();
  }

  /** Jellyfin 10.10: compares the wrong column, so that nothing is ever found. */
  boolean findsByDateOfChange() {
    return version != JellyfinVersion.V10_10;
  }

  /** Jellyfin 10.10: a rating is one number. */
  boolean knowsSubScores() {
    return version != JellyfinVersion.V10_10;
  }

  /** What lists are made from, which is not in every version what an item shows. */
  WatchState listed(Account account, String itemId) {
    return version == JellyfinVersion.V10_10
        ? watched.row(account, itemId)
        : watched.of(account, itemId);
  }

  boolean v12() {
    return version == JellyfinVersion.V12;
  }
}
