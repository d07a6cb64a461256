package com.stoganet.sandbox.seerr;

import static com.stoganet.sandbox.seerr.SandboxSeerr.ADMIN;
import static com.stoganet.sandbox.seerr.SandboxSeerr.AUTO_APPROVE;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST_MOVIE;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST_TV;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may ask for what, in the order in which Seerr looks at it. */
final class SeerrRules {
  static final int UNKNOWN = 1;
  static final int PENDING = 2;
  static final int PROCESSING = 3;
  static final int AVAILABLE = 5;
  static final int BLOCKLISTED = 6;
  static final int DELETED = 7;

  private final Map<Integer, SeerrUser> users = new TreeMap<>();
  private final Map<String, Integer> seasons = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final List<SeerrRequest> asked = new ArrayList<>();
  private int lastUser = 1;

  SeerrRules() {
    users.put(1, new SeerrUser(1, null, ADMIN, 0, 0));
  }

  synchronized int addUser(String jellyfinUserId, int permissions) {
    lastUser++;
    users.put(lastUser, new SeerrUser(lastUser, jellyfinUserId, permissions, 0, 0));
    return lastUser;
  }

  synchronized void removeUser(int number) {
    users.remove(number);
  }

  synchronized void quota(int number, int movieQuota, int seasonQuota) {
    users.computeIfPresent(number, (key, user) -> user.quota(movieQuota, seasonQuota));
  }

  synchronized Optional<SeerrUser> user(int number) {
    return Optional.ofNullable(users.get(number));
  }

  synchronized List<SeerrUser> users() {
    return List.copyOf(users.values());
  }

  synchronized void addMovie(long tmdb) {
    seasons.put(key("movie", tmdb), 0);
  }

  synchronized void addSeries(long tmdb, int count) {
    seasons.put(key("tv", tmdb), count);
  }

  synchronized boolean knows(String kind, long tmdb) {
    return seasons.containsKey(key(kind, tmdb));
  }

  synchronized void status(String kind, long tmdb, int status) {
    statuses.put(key(kind, tmdb), status);
  }

  /** Nothing for a title that nobody asked for. */
  synchronized Optional<Integer> status(String kind, long tmdb) {
    return Optional.ofNullable(statuses.get(key(kind, tmdb)));
  }

  synchronized List<SeerrRequest> asked() {
    return List.copyOf(asked);
  }

  /**
   * Takes a request.
   *
   * @param wanted null for all seasons but the specials
   */
  synchronized SeerrRequest ask(SeerrUser user, String kind, long tmdb, List<Integer> wanted) {
    boolean movie = kind.equals("movie");
    if (!user.may(REQUEST, movie ? REQUEST_MOVIE : REQUEST_TV)) {
      throw SeerrRefusal.of(
          403, "You do not have permission to make " + (movie ? "movie" : "series") + " requests.");
    }
    checkQuota(user, movie, 1);
    if (!knows(kind, tmdb)) {
      throw SeerrRefusal.of(
          500,
          "[TMDB] Failed to fetch "
              + (movie ? "movie" : "TV show")
              + " details: Request failed with status code 404");
    }
    int status = status(kind, tmdb).orElse(UNKNOWN);
    if (status == BLOCKLISTED) {
      throw SeerrRefusal.of(403, "This media is blocklisted.");
    }
    if (movie && alreadyAsked(kind, tmdb).findAny().isPresent()) {
      throw SeerrRefusal.of(409, "Request for this media already exists.");
    }
    List<Integer> left = movie ? List.of() : left(kind, tmdb, wanted);
    checkQuota(user, movie, left.size());
    boolean approved = user.may(AUTO_APPROVE);
    SeerrRequest taken = new SeerrRequest(user.id(), kind, tmdb, left, approved);
    asked.add(taken);
    if (status == UNKNOWN || status == PENDING || status == DELETED) {
      status(kind, tmdb, approved ? PROCESSING : PENDING);
    }
    return taken;
  }

  private List<Integer> left(String kind, long tmdb, List<Integer> wanted) {
    Set<Integer> taken = new HashSet<>();
    alreadyAsked(kind, tmdb).forEach(request -> taken.addAll(request.seasons()));
    List<Integer> all =
        wanted == null
            ? IntStream.rangeClosed(1, seasons.get(key(kind, tmdb))).boxed().toList()
            : wanted;
    // Seerr: specials only where the owner allows them, which is not so at first.
    List<Integer> left =
        all.stream().filter(number -> number > 0 && !taken.contains(number)).toList();
    if (left.isEmpty()) {
      throw SeerrRefusal.of(202, "No seasons available to request");
    }
    return left;
  }

  /** Seerr: what has come is over, and what was deleted since may be asked for again. */
  private Stream<SeerrRequest> alreadyAsked(String kind, long tmdb) {
    int status = status(kind, tmdb).orElse(UNKNOWN);
    return asked.stream()
        .filter(request -> status != AVAILABLE && status != DELETED)
        .filter(request -> request.kind().equals(kind) && request.tmdb() == tmdb);
  }

  /** Seerr: counts movies, and the seasons of series. */
  private void checkQuota(SeerrUser user, boolean movie, int more) {
    int limit = movie ? user.movieQuota() : user.seasonQuota();
    int used =
        asked.stream()
            .filter(request -> request.user() == user.id())
            .mapToInt(
                request ->
                    request.kind().equals("movie")
                        ? (movie ? 1 : 0)
                        : (movie ? 0 : request.seasons().size()))
            .sum();
    if (limit > 0 && used + more > limit) {
      throw SeerrRefusal.of(403, (movie ? "Movie" : "Series") + " Quota exceeded.");
    }
  }

  private static String key(String kind, long tmdb) {
    return kind + ":" + tmdb;
  }
}
