package com.stoganet.bench;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.availability.AiredEpisodes;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.ArrViews;
import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.availability.RequestStatusResolver;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.clients.arr.ConfiguredArrs;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.Background;
import com.stoganet.sandbox.arr.LargeArr;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long it takes to work out the states of a page, within this process and with no HTTP. */
final class StatusOfPage {
  private static final int PAGE = 40;
  private static final int WARM_UP = 2_000;
  private static final int PAGES = 5_000;
  private static final double TARGET = 20;

  private final TitleStatusResolver statuses;

  private StatusOfPage(TitleStatusResolver statuses) {
    this.statuses = statuses;
  }

  static void measure(LargeArrs large, Report report) {
    Arrs arrs =
        new ConfiguredArrs(
            Settings.read(name -> Optional.ofNullable(large.settings().get(name))),
            Clock.systemUTC());
    Background here = new Here();
    AiredEpisodes aired = new AiredEpisodes(Clock.systemUTC());
    StatusOfPage statuses =
        new StatusOfPage(
            new TitleStatusResolver(
                new ArrViews(new ArrSnapshots(arrs, new AllTorrents(torrents(arrs)), here), aired),
                aired,
                new RequestStatusResolver(new OpenRequests(Map::of, here), new Nobody())));
    statuses.of(MediaKind.MOVIE, LargeArrs.MOVIES, false, "movies", report);
    statuses.of(MediaKind.TV, LargeArrs.SERIES, false, "series", report);
    statuses.of(MediaKind.TV, LargeArrs.SERIES, true, "series of the library", report);
  }

  private void of(MediaKind kind, int count, boolean here, String what, Report report) {
    List<CatalogId.Tmdb> ids =
        IntStream.range(0, count)
            .mapToObj(i -> new CatalogId.Tmdb(kind, LargeArr.FIRST + i))
            .toList();
    statuses.current(ids.get(0), here);
    if (statuses.cached(ids.get(0), false).stage() != TitleStage.DOWNLOADING) {
      report.notAvailable("states of " + PAGE + " " + what, "nothing is being downloaded");
      return;
    }
    time(ids, here, WARM_UP);
    Latencies pages = time(ids, here, PAGES);
    report.value(
        "states of " + PAGE + " " + what,
        String.format(
            Locale.ROOT,
            "p50 %.3f, p95 %.3f, p99 %.3f, slowest %.1f ms (%,d pages)",
            pages.percentile(50),
            pages.percentile(95),
            pages.percentile(99),
            pages.percentile(100),
            PAGES));
    report.atMost("states of " + PAGE + " " + what, pages, 99, TARGET);
  }

  /** Pages that follow one another, from the beginning again and again. */
  private Latencies time(List<CatalogId.Tmdb> ids, boolean here, int pages) {
    long[] nanos = new long[pages];
    int next = 0;
    for (int page = 0; page < pages; page++) {
      long begin = System.nanoTime();
      for (int i = 0; i < PAGE; i++) {
        next = (next + 1) % ids.size();
        if (statuses.cached(ids.get(next), here).stage() == TitleStage.UNKNOWN) {
          throw new IllegalStateException("nothing is known of " + ids.get(next));
        }
      }
      nanos[page] = System.nanoTime() - begin;
    }
    return new Latencies(nanos, 0);
  }

  /** A download client that has everything that is in a queue. */
  private static Map<String, Torrent> torrents(Arrs arrs) {
    Map<String, Torrent> torrents = new HashMap<>();
    for (Arr arr : arrs.all()) {
      for (QueueItem row : arr.queue()) {
        String hash = row.download().toLowerCase(Locale.ROOT);
        Torrent torrent =
            new Torrent(
                hash,
                (long) row.size(),
                (long) row.left(),
                1_000_000,
                Optional.of(Duration.ofMinutes(9)),
                Torrent.State.DOWNLOADING);
        torrents.put(hash, torrent);
      }
    }
    return torrents;
  }

  /** Servers are asked at once, by whoever wants to know. */
  private static final class Here extends Background {
    @Override
    public void execute(Runnable work) {
      work.run();
    }
  }

  private record AllTorrents(Map<String, Torrent> all) implements Torrents {
    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public void pause(String hash) {
      throw new UnsupportedOperationException("Nobody pauses here");
    }

    @Override
    public void resume(String hash) {
      throw new UnsupportedOperationException("Nobody resumes here");
    }
  }

  /** There is no Seerr. */
  private static final class Nobody implements RequestServer {
    @Override
    public boolean configured() {
      return false;
    }

    @Override
    public RequestState state(CatalogId.Tmdb id) {
      return RequestState.NOT_REQUESTED;
    }

    @Override
    public void ask(String jellyfinUserId, RequestedScope scope) {
      throw new UnsupportedOperationException("Nobody asks here");
    }
  }
}
