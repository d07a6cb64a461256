package com.stoganet.launch.demo;

import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has everything that is looked for found: a few seconds later a release is grabbed, is downloaded,
 * imported, and shows up in Jellyfin.
 */
public final class DemoStory {

  private static final Duration SEARCH = Duration.ofSeconds(3);

  /** Such as {@code movie 920001} or {@code season 830001 S02}. */
  private static final Pattern SEARCHED = Pattern.compile("[a-z]+ (\\d+).*");

  private final SandboxRadarr radarr;
  private final SandboxSonarr sonarr;
  private final Library library;
  private final TorrentClient client;
  private final Consumer<String> hook;
  private final Clock clock;
  private final Map<Search, Instant> searches = new LinkedHashMap<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private int movieSearches;
  private int seriesSearches;

  /** A title that is being looked for, by its number at TMDB or TVDB. */
  private record Search(boolean movie, int number) {}

  /**
   * A story that nobody tells yet.
   *
   * @param hook is told the name of a server when something happens there
   */
  public DemoStory(
      SandboxRadarr radarr,
      SandboxSonarr sonarr,
      Library library,
      TorrentClient client,
      Consumer<String> hook,
      Clock clock) {
    this.radarr = radarr;
    this.sonarr = sonarr;
    this.library = library;
    this.client = client;
    this.hook = hook;
    this.clock = clock;
  }

  /** Goes on until the process ends. */
  public void begin() {
    Thread teller = new Thread(this::tell, "demo-story");
    teller.setDaemon(true);
    teller.start();
  }

  private void tell() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        try {
          step();
        } catch (RuntimeException e) {
          System.out.println("The story of the demo stumbles: " + e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gets on as far as it is by now. */
  void step() {
    Instant now = clock.instant();
    movieSearches = notice(true, radarr.searches(), movieSearches, now);
    seriesSearches = notice(false, sonarr.searches(), seriesSearches, now);
    List<Search> due =
        searches.entrySet().stream()
            .filter(each -> !each.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    for (Search search : due) {
      searches.remove(search);
      for (Order order : orders(search)) {
        arrivals.add(new Arrival(order, client, library, hook, now));
      }
    }
    arrivals.forEach(arrival -> arrival.step(now));
    arrivals.removeIf(Arrival::over);
  }

  private int notice(boolean movie, List<String> all, int known, Instant now) {
    for (String words : all.subList(known, all.size())) {
      Matcher matcher = SEARCHED.matcher(words);
      if (matcher.matches()) {
        Search search = new Search(movie, Integer.parseInt(matcher.group(1)));
        searches.putIfAbsent(search, now.plus(SEARCH));
      }
    }
    return all.size();
  }

  private List<Order> orders(Search search) {
    if (search.movie()) {
      return radarr.misses(search.number())
          ? List.of(new MovieOrder(radarr, search.number()))
          : List.of();
    }
    List<Order> orders = new ArrayList<>();
    sonarr
        .missing(search.number())
        .forEach(
            (season, episodes) ->
                orders.add(new EpisodeOrder(sonarr, search.number(), season, episodes)));
    return orders;
  }
}
