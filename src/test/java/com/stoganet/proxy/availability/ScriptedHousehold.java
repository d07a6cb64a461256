package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.auth.MovingClock;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.discovery.ParentalRestrictions;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.discovery.RequesterAccess;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.CatalogIndex;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.CatalogueSnapshot;
import com.stoganet.proxy.media.IdSet;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.UserTitles;
import com.stoganet.proxy.media.UserVisibilityCache;
import com.stoganet.proxy.requests.RequestFulfilment;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A household with a library, servers that get titles, adults and a child, all in memory. */
public final class ScriptedHousehold {

  /** What the child may see at most: PG is 10, R is 17. */
  public static final int CHILD = 10;

  public static final Caller ADMIN = caller("admin", true);
  public static final Caller ADULT = caller("adult", false);
  public static final Caller KID = caller("kid", false);

  public final ScriptedArr radarr = new ScriptedArr("radarr", MediaKind.MOVIE);
  public final ScriptedArr sonarr = new ScriptedArr("sonarr", MediaKind.TV);
  public final List<Arr> arrs = new ArrayList<>(List.of(radarr, sonarr));
  public final ScriptedSeerr seerr = new ScriptedSeerr();
  public final ScriptedClient client = new ScriptedClient();
  public final MovingClock clock = new MovingClock();
  public final Set<Title> hidden = new HashSet<>();
  public boolean jellyfinAway;

  private final List<Title> titles = new ArrayList<>();
  private final Background background = new AtOnce();
  private long nanos;
  public int hurried;

  public final Catalogue catalogue =
      new Catalogue(new Index(), new UserVisibilityCache(users(), background));
  public final RatingCap ratings = new RatingCap(new Ratings());

  /** How users other than {@link #KID} are limited. */
  public final Map<Caller, Restrictions> limits = new HashMap<>();

  public final ArrSnapshots snapshots;
  public final AiredEpisodes aired = new AiredEpisodes(clock);
  public final OpenRequests requests;
  public final Discovery discovery;
  public final TitleStatusResolver statuses;
  public final RequestFulfilment fulfilment;
  public final RequesterAccess requesters;

  public ScriptedHousehold(OpenRequestSource asked) {
    this(asked, List.of());
  }

  /** With more servers than the usual two. */
  public ScriptedHousehold(OpenRequestSource asked, List<Arr> more) {
    arrs.addAll(more);
    snapshots = new ArrSnapshots(arrs, client, background, () -> nanos);
    requests = new OpenRequests(asked, background, () -> nanos);
    discovery = new Discovery(() -> arrs, catalogue, ratings, background);
    statuses =
        new TitleStatusResolver(
            new ArrViews(snapshots, aired), aired, new RequestStatusResolver(requests, seerr));
    fulfilment = new RequestFulfilment(snapshots, aired, catalogue, seerr);
    requesters = new RequesterAccess(requests, catalogue, discovery, ratings);
  }

  private static Caller caller(String name, boolean administrator) {
    return new Caller("s-" + name, name, "jf-" + name, administrator, "token");
  }

  public void pass(Duration time) {
    clock.pass(time);
    nanos += time.toNanos();
  }

  /** A request was made or has changed. */
  public void requestsChanged() {
    requests.forget(new OpenRequests.Changed());
  }

  public Background background() {
    return background;
  }

  /** It comes to the library. */
  public Title arrives(CatalogId.Tmdb id) {
    JellyfinId item = new JellyfinId(id.kind().ordinal(), id.number());
    Title title =
        new Title(
            id,
            item,
            id.kind(),
            "Here " + id.number(),
            "",
            "here",
            2000,
            "",
            List.of(),
            7,
            Title.UNKNOWN_DAY,
            clock.instant(),
            List.of(),
            Optional.empty());
    titles.add(title);
    return title;
  }

  private CatalogueSnapshot snapshot() {
    return CatalogueSnapshot.EMPTY.with(titles, Map.of(), Set.of());
  }

  private UserTitles users() {
    return new UserTitles() {
      @Override
      public IdSet visible(Caller caller) {
        return IdSet.of(
            titles.stream()
                .filter(title -> !caller.equals(KID) || !hidden.contains(title))
                .map(Title::item)
                .toList());
      }

      @Override
      public IdSet played(Caller caller) {
        return IdSet.EMPTY;
      }

      @Override
      public IdSet favorites(Caller caller) {
        return IdSet.EMPTY;
      }
    };
  }

  private final class Index implements CatalogIndex {
    @Override
    public CatalogueSnapshot snapshot() {
      return ScriptedHousehold.this.snapshot();
    }

    @Override
    public List<JellyfinId> copiesOf(CatalogId.Tmdb id) {
      return snapshot().copiesOf(id).stream().map(Title::item).toList();
    }

    @Override
    public List<JellyfinId> newestCopiesOf(CatalogId.Tmdb id) {
      return copiesOf(id);
    }

    @Override
    public void refreshSoon() {
      hurried++;
    }
  }

  private final class Ratings implements ParentalRestrictions {
    private final Map<String, Integer> scores =
        new HashMap<>(Map.of("G", 0, "PG", 10, "R", 17, "NC-17", 17));

    @Override
    public Restrictions of(Caller caller) {
      requireJellyfin();
      Restrictions child = new Restrictions(Optional.of(RatingScore.of(CHILD, 0)), Set.of(), true);
      return limits.getOrDefault(caller, caller.equals(KID) ? child : Restrictions.NONE);
    }

    @Override
    public Optional<RatingScore> score(String certification) {
      requireJellyfin();
      return Optional.ofNullable(scores.get(certification))
          .map(score -> RatingScore.of(score, certification.equals("NC-17") ? 1 : 0));
    }

    private void requireJellyfin() {
      if (jellyfinAway) {
        throw ApiException.unavailable("Jellyfin is temporarily unavailable.", null);
      }
    }
  }

  /** Work beside a request is done at once. */
  private static final class AtOnce extends Background {
    @Override
    public void execute(Runnable work) {
      work.run();
    }
  }

  /** A Seerr that says what a test tells it to. */
  public static final class ScriptedSeerr implements RequestServer {
    public final List<String> asked = new ArrayList<>();
    public boolean configured;
    public RequestState state = RequestState.NOT_REQUESTED;

    @Override
    public boolean configured() {
      return configured;
    }

    @Override
    public RequestState state(CatalogId.Tmdb id) {
      return state;
    }

    @Override
    public void ask(String jellyfinUserId, RequestedScope scope) {
      asked.add(jellyfinUserId + " " + scope.id());
    }
  }

  /** A download client for torrents. */
  public static final class ScriptedClient implements Torrents {
    public final Map<String, Torrent> torrents = new HashMap<>();
    public final List<String> deeds = new ArrayList<>();
    public boolean away;

    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public Map<String, Torrent> all() {
      if (away) {
        throw ApiException.unavailable("The client is temporarily unavailable.", null);
      }
      return Map.copyOf(torrents);
    }

    @Override
    public void pause(String hash) {
      deeds.add("pause " + hash);
    }

    @Override
    public void resume(String hash) {
      deeds.add("resume " + hash);
    }
  }

  /** A movie as a metadata service describes it. */
  public static LookupResult film(CatalogId.Tmdb id, String name, String certification) {
    return result(id, name, certification, List.of());
  }

  public static LookupResult result(
      CatalogId.Tmdb id, String name, String certification, List<Integer> seasons) {
    return new LookupResult(
        id, name, "", 2020, "", "", "", certification, List.of(), 90, 7, seasons);
  }

  /** A movie that is looked for. */
  public static ArrTitle wantedMovie(CatalogId.Tmdb id, int key) {
    return new ArrTitle(
        id, key, "Film " + id.number(), 2020, true, false, true, Optional.empty(), true, List.of());
  }

  public static ArrTitle series(CatalogId.Tmdb id, int key, ArrTitle.Season... seasons) {
    return new ArrTitle(
        id,
        key,
        "Show " + id.number(),
        2020,
        true,
        false,
        true,
        Optional.empty(),
        true,
        List.of(seasons));
  }

  /** An episode that has aired. */
  public ArrEpisode episode(int season, int number, boolean hasFile) {
    return new ArrEpisode(
        100 * season + number,
        season,
        number,
        "",
        true,
        hasFile,
        Optional.of(clock.instant().minus(Duration.ofDays(30))));
  }
}
