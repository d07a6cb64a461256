package com.stoganet.proxy.clients.jellyfin;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.CatalogIndex;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.CatalogueSnapshot;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.HiddenTitles;
import com.stoganet.proxy.media.Home;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.HomeRows;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.NextEpisodes;
import com.stoganet.proxy.media.SeriesEpisodes;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleCopies;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleLookup;
import com.stoganet.proxy.media.UserVisibilityCache;
import com.stoganet.proxy.media.VisibleItems;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchableCopies;
import com.stoganet.proxy.media.WatchableItems;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The title pages that the proxy makes of what a sandbox answers, without any server of ours. */
final class TitlePages implements AutoCloseable {

  final SandboxJellyfin jellyfin;
  final Map<JellyfinId, JellyfinId> watchedSources = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final JellyfinConnection connection;
  private final JellyfinItemAccess access;
  private final WatchedSources watched = new Watched();
  private final SeriesEpisodes episodes;
  private final WatchableCopies copies;
  private final TitleLookup titles;
  private final CatalogIndex index = new Index();
  private final Background background = new Here();
  private final UserVisibilityCache visibility;
  private final VisibleItems visibleItems;
  private final JellyfinLibrary library;

  TitlePages(JellyfinVersion version) {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version));
    Map<String, String> environment =
        Map.of("JELLYFIN_URL", jellyfin.url().toString(), "JELLYFIN_API_KEY", jellyfin.apiKey());
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    connection = new JellyfinConnection(settings, new RememberedServer());
    access =
        new JellyfinItemAccess(
            connection, new JellyfinRestrictions(connection, settings, Ticker.systemTicker()));
    visibility = new UserVisibilityCache(new JellyfinUserTitles(connection), background);
    visibleItems = new VisibleItems(visibility, access, background);
    JellyfinShowItems lists = new JellyfinShowItems(connection);
    JellyfinShows shows =
        new JellyfinShows(
            lists,
            new JellyfinShowCopies(lists, visibleItems, background),
            access,
            watched,
            background,
            Clock.systemUTC());
    library =
        new JellyfinLibrary(
            connection,
            access,
            shows,
            new JellyfinExtras(connection, background),
            new JellyfinWatchables(connection, access),
            watched,
            background);
    TitleCopies titleCopies = new TitleCopies(index, visibility);
    WatchableItems items = new WatchableItems(library, titleCopies, background);
    episodes = new SeriesEpisodes(library, titleCopies, items);
    copies = new WatchableCopies(titleCopies, items, episodes);
    titles = new TitleLookup(library, index, visibility, titleCopies, items, copies);
  }

  /** A row of the home screen, read anew; empty when it is not there in time. */
  Optional<HomeRow> row(String user, HomeRow.Name name) {
    HomeRows rows =
        new HomeRows(
            new Catalogue(index, visibility),
            visibility,
            index,
            new JellyfinWatchHistory(connection, Clock.systemUTC()),
            new NothingHidden(),
            visibleItems,
            new NextEpisodes(library, index, visibility, visibleItems),
            background);
    Home home = new Home(rows, copies, new NothingHidden(), null, Clock.systemUTC());
    return home.rows(caller(user), List.of(name)).rows().stream().findFirst();
  }

  Caller caller(String user) {
    String token = jellyfin.users().signIn(user, "device-of-" + user);
    return new Caller("session", "our-" + user, jellyfin.users().idOf(user), false, token);
  }

  CatalogId titleOf(Caller caller, JellyfinId item) {
    return titles.titleOf(caller, item);
  }

  WatchableCopies copies() {
    return copies;
  }

  JellyfinPlaystate playstate() {
    return new JellyfinPlaystate(connection, access);
  }

  WatchedSources watched() {
    return watched;
  }

  TitleDetail page(String user, CatalogId id) {
    return titles.detail(caller(user), id);
  }

  List<Episode> episodes(String user, CatalogId id, int season) {
    return episodes.list(caller(user), id, season);
  }

  List<JellyfinId> copies(String user, String item) {
    return copies.of(caller(user), jf(item)).stream().map(Watchable::item).toList();
  }

  List<Title> similar(String user, CatalogId id) {
    return titles.similar(caller(user), id, 20);
  }

  static CatalogId tv(int tmdb) {
    return new CatalogId.Tmdb(MediaKind.TV, tmdb);
  }

  static CatalogId movie(int tmdb) {
    return new CatalogId.Tmdb(MediaKind.MOVIE, tmdb);
  }

  static JellyfinId id(String item) {
    return JellyfinId.parse(item).orElseThrow();
  }

  static CatalogId jf(String item) {
    return new CatalogId.Jellyfin(id(item));
  }

  @Override
  public void close() {
    jellyfin.close();
    threads.shutdownNow();
  }

  /** What the catalogue has read: all titles at this moment. */
  private final class Index implements CatalogIndex {

    @Override
    public CatalogueSnapshot snapshot() {
      ItemQuery query = ItemListing.page(0, 1_000);
      query.fields = JellyfinItems.CARD_FIELDS;
      String key = AuthorizationHeader.ofToken(jellyfin.apiKey());
      List<Title> found =
          connection.readRaw(api -> api.items(key, query)).stream()
              .map(JellyfinItems::title)
              .toList();
      return CatalogueSnapshot.EMPTY.with(found, Map.of(), Set.of());
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
    public void refreshSoon() {}
  }

  private final class Watched implements WatchedSources {

    @Override
    public void watched(String userId, JellyfinId item, JellyfinId source, Instant now) {
      watchedSources.put(item, source);
    }

    @Override
    public Map<JellyfinId, JellyfinId> of(String userId) {
      return watchedSources;
    }
  }

  private static final class NothingHidden implements HiddenTitles {

    @Override
    public void hide(String userId, CatalogId title, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Instant> of(String userId) {
      return Map.of();
    }
  }

  private final class Here extends Background {
    @Override
    public void execute(Runnable work) {
      threads.execute(work);
    }
  }
}
