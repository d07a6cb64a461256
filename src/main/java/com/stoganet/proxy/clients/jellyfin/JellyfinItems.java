package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translates Jellyfin's items into the model of the catalogue. */
public final class JellyfinItems {

  /** The fields that a request must name so that an item can become a title. */
  public static final String CARD_FIELDS =
      "Overview,ProviderIds,OriginalTitle,SortName,DateCreated,Genres,PrimaryImageAspectRatio";

  private static final long TICKS_PER_MILLI = 10_000;
  private static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();
  private static final int LAST_YEAR = 9999;
  private static final float BEST_RATING = 10;
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,9}");

  private JellyfinItems() {}

  public static Title title(BaseItem item) {
    String name = text(item.name);
    String original = text(item.originalTitle);
    String sortName = item.sortName == null ? name : item.sortName;
    return new Title(
        catalogId(item),
        id(item),
        kind(item),
        name,
        original.equals(name) ? "" : original,
        sortName.toLowerCase(Locale.ROOT),
        year(item),
        text(item.overview),
        stream(item.genres).map(String::intern).toList(),
        rating(item),
        JellyfinDates.day(item.premiereDate)
            .map(day -> Math.toIntExact(day.toEpochDay()))
            .orElse(Title.UNKNOWN_DAY),
        JellyfinDates.instant(item.dateCreated).orElse(null),
        ItemPictures.own(item),
        isSeries(item) ? Optional.empty() : ItemPlayability.known(item));
  }

  private static float rating(BaseItem item) {
    float rating = item.communityRating == null ? 0 : item.communityRating.floatValue();
    return rating < 0 || rating > BEST_RATING ? 0 : rating;
  }

  /** The series of an episode, with the fields that the episode contains. */
  static Title seriesOf(BaseItem episode) {
    BaseItem series = new BaseItem();
    series.id = episode.seriesId;
    series.name = episode.seriesName;
    series.type = "Series";
    if (episode.seriesPrimaryImageTag != null) {
      series.imageTags = Map.of("Primary", episode.seriesPrimaryImageTag);
    }
    return title(series);
  }

  static boolean isSeries(BaseItem item) {
    return "Series".equals(item.type);
  }

  static boolean isSeason(BaseItem item) {
    return "Season".equals(item.type);
  }

  static boolean isEpisode(BaseItem item) {
    return "Episode".equals(item.type);
  }

  public static boolean isVideo(BaseItem item) {
    return "Movie".equals(item.type)
        || isEpisode(item)
        || "Video".equals(item.type)
        || "Trailer".equals(item.type);
  }

  /**
   * Whether the item is a movie or a series. TMDB numbers episodes separately, so their numbers do
   * not count here.
   */
  static boolean isTitle(BaseItem item) {
    return "Movie".equals(item.type) || isSeries(item);
  }

  /** What tells an episode from others of its series; empty for anything else. */
  public static String place(BaseItem item) {
    if (!isEpisode(item)) {
      return "";
    }
    return item.indexNumber == null
        ? text(item.premiereDate) + ' ' + text(item.name)
        : item.parentIndexNumber + "x" + item.indexNumber;
  }

  /** Whether the item has a file; a virtual item of Jellyfin is an episode without one. */
  static boolean hasFile(BaseItem item) {
    return !"Virtual".equals(item.locationType);
  }

  static CatalogId catalogId(BaseItem item) {
    Optional<Long> number = isTitle(item) ? tmdbNumber(item) : Optional.empty();
    return number
        .<CatalogId>map(found -> new CatalogId.Tmdb(kind(item), found))
        .orElseGet(() -> new CatalogId.Jellyfin(id(item)));
  }

  private static Optional<Long> tmdbNumber(BaseItem item) {
    return providerNumber(item, "Tmdb").map(Long::valueOf);
  }

  /** The number of the item at a provider, of 10 digits at most. */
  static Optional<String> providerNumber(BaseItem item, String provider) {
    return providerId(item, provider, NUMBER).map(number -> number.replaceFirst("^0+", ""));
  }

  /** The id of the item at a provider, if it looks like one; Jellyfin stores blanks around it. */
  static Optional<String> providerId(BaseItem item, String provider, Pattern form) {
    return Optional.ofNullable(item.providerIds).orElse(Map.of()).entrySet().stream()
        .filter(entry -> provider.equalsIgnoreCase(entry.getKey()) && entry.getValue() != null)
        .map(entry -> entry.getValue().strip())
        .filter(value -> form.matcher(value).matches())
        .findFirst();
  }

  /**
   * The id of an item.
   *
   * @throws ApiException backend_unavailable for an item without one, which no list gives, see
   *     {@link ItemPage#stream}
   */
  public static JellyfinId id(BaseItem item) {
    return JellyfinId.parse(text(item.id))
        .orElseThrow(() -> ApiException.badGateway("Jellyfin sent a title without an id.", null));
  }

  static MediaKind kind(BaseItem item) {
    return isVideo(item) && !isEpisode(item) ? MediaKind.MOVIE : MediaKind.TV;
  }

  /** The length; 0 when Jellyfin does not know it, or sends one that no video has. */
  public static long runtimeMillis(BaseItem item) {
    return millis(item.runTimeTicks);
  }

  /** Converts Jellyfin's units of 100 ns; 0 when they are unknown, or are those of no video. */
  static long millis(Long ticks) {
    long millis = ticks == null ? 0 : ticks / TICKS_PER_MILLI;
    return millis < 0 || millis > LONGEST_MILLIS ? 0 : millis;
  }

  /** Converts milliseconds into Jellyfin's units of 100 ns. */
  static long ticks(long millis) {
    return millis * TICKS_PER_MILLI;
  }

  static Progress progress(BaseItem item) {
    if (item.userData == null) {
      return new Progress(0, false);
    }
    Long ticks = item.userData.playbackPositionTicks;
    return new Progress(ticks == null ? 0 : millis(ticks), isTrue(item.userData.played));
  }

  static Instant lastPlayed(BaseItem item) {
    String date = item.userData == null ? null : item.userData.lastPlayedDate;
    return JellyfinDates.instant(date).orElse(null);
  }

  static int year(BaseItem item) {
    return item.productionYear != null
            && item.productionYear > 0
            && item.productionYear <= LAST_YEAR
        ? item.productionYear
        : JellyfinDates.day(item.premiereDate).map(day -> day.getYear()).orElse(0);
  }

  static boolean isTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  public static String text(String value) {
    return value == null ? "" : value;
  }

  public static <T> Stream<T> stream(List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
