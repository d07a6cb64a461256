package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestedScope;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Monitors and searches for more seasons or episodes of a series that Sonarr already has. */
final class SeriesChange {

  private final ArrConnection<SonarrApi> connection;
  private final Sonarr sonarr;
  private final NeglectedEpisodes neglected;

  SeriesChange(ArrConnection<SonarrApi> connection, Sonarr sonarr, Clock clock) {
    this.neglected = new NeglectedEpisodes(sonarr, clock);
    this.connection = connection;
    this.sonarr = sonarr;
  }

  void make(int key, RequestedScope scope) {
    JsonObject series = connection.read(api -> api.whole(key));
    Map<Integer, Boolean> flags = flags(series);
    SeasonChoice choice = new SeasonChoice(List.copyOf(flags.keySet()));
    choice.check(scope);
    List<EpisodeItem> episodes = episodes(key, scope);
    Set<Integer> wanted = choice.wanted(scope);
    boolean asleep = !series.getBoolean("monitored", false);

    Set<Integer> seasons = new TreeSet<>(wanted);
    seasons.removeIf(number -> !asleep && flags.get(number));
    List<EpisodeItem> silent =
        episodes.stream()
            .filter(item -> silent(item) && wanted.contains(item.seasonNumber))
            .toList();
    List<EpisodeItem> single =
        singles(scope, wanted, episodes).filter(SeriesChange::missing).toList();
    List<EpisodeItem> asked =
        single.stream().filter(item -> asleep || silent(item) || neglected.is(key, item)).toList();

    if (asleep || !seasons.isEmpty()) {
      JsonObject changed = monitored(series, wanted);
      connection.writeRaw(api -> api.change(key, changed));
    }
    monitor(Stream.concat(silent.stream(), single.stream()).filter(SeriesChange::silent).toList());
    silent.forEach(item -> seasons.add(item.seasonNumber));
    if (!asleep) {
      wanted.stream()
          .filter(number -> !seasons.contains(number))
          .filter(number -> neglected.is(key, season(series, number), episodes))
          .forEach(seasons::add);
    }
    search(key, scope, seasons, asked);
  }

  /**
   * Sonarr does not touch the episodes of a season whose flag did not change, so this request
   * monitors them.
   */
  private void monitor(List<EpisodeItem> episodes) {
    if (!episodes.isEmpty()) {
      EpisodeItem.Edit edit = new EpisodeItem.Edit();
      edit.episodeIds = keys(episodes);
      connection.writeRaw(api -> api.monitor(edit));
    }
  }

  /** Searches for what Sonarr did not search for until now. */
  private void search(
      int key, RequestedScope scope, Set<Integer> seasons, List<EpisodeItem> single) {
    if (SeasonChoice.isAll(scope) && seasons.size() > 1) {
      sonarr.order(Command.searchSeries(key));
    } else {
      seasons.forEach(number -> sonarr.order(Command.searchSeason(key, number)));
    }
    if (!single.isEmpty()) {
      sonarr.order(Command.searchEpisodes(keys(single)));
    }
  }

  /** The episodes of the series; Sonarr has none for some seconds after it has added a series. */
  private List<EpisodeItem> episodes(int key, RequestedScope scope) {
    List<EpisodeItem> episodes =
        connection.read(api -> api.episodes(key)).stream()
            .filter(item -> item.id != null && item.seasonNumber != null)
            .filter(item -> item.episodeNumber != null)
            .toList();
    if (episodes.isEmpty() && !scope.episodes().isEmpty()) {
      throw sonarr.refusals().notReady();
    }
    return episodes;
  }

  private static Stream<EpisodeItem> singles(
      RequestedScope scope, Set<Integer> wanted, List<EpisodeItem> episodes) {
    return scope.episodes().stream()
        .filter(number -> !wanted.contains(number.season()))
        .map(
            number ->
                episodes.stream()
                    .filter(item -> item.seasonNumber == number.season())
                    .filter(item -> item.episodeNumber == number.number())
                    .findFirst()
                    .orElseThrow(SeasonChoice::noSuchEpisode));
  }

  /** Whether Sonarr neither monitors the episode nor has a file of it. */
  private static boolean silent(EpisodeItem episode) {
    return missing(episode) && !Absent.truth(episode.monitored);
  }

  private static boolean missing(EpisodeItem episode) {
    return !Absent.truth(episode.hasFile);
  }

  private static List<Integer> keys(List<EpisodeItem> episodes) {
    return episodes.stream().map(item -> item.id).toList();
  }

  private static Map<Integer, Boolean> flags(JsonObject series) {
    Map<Integer, Boolean> flags = new TreeMap<>();
    for (JsonValue value : seasons(series)) {
      number(value).ifPresent(number -> flags.put(number, isMonitored(value)));
    }
    return flags;
  }

  /** A copy of the series in which the wanted seasons are monitored. */
  private static JsonObject monitored(JsonObject series, Set<Integer> wanted) {
    JsonArrayBuilder seasons = Json.createArrayBuilder();
    for (JsonValue value : seasons(series)) {
      boolean wants = number(value).filter(wanted::contains).isPresent();
      seasons.add(
          wants
              ? Json.createObjectBuilder((JsonObject) value).add("monitored", true).build()
              : value);
    }
    return Json.createObjectBuilder(series).add("monitored", true).add("seasons", seasons).build();
  }

  private static JsonObject season(JsonObject series, int wanted) {
    return seasons(series).stream()
        .filter(season -> number(season).filter(each -> each == wanted).isPresent())
        .findFirst()
        .map(JsonValue::asJsonObject)
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private static List<JsonValue> seasons(JsonObject series) {
    return series.get("seasons") instanceof JsonArray seasons ? seasons : List.of();
  }

  /** The number of a season; empty for an element that is none, which goes back as it came. */
  private static Optional<Integer> number(JsonValue season) {
    return season instanceof JsonObject object
            && object.get("seasonNumber") instanceof JsonNumber number
            && number.isIntegral()
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  private static boolean isMonitored(JsonValue season) {
    return season.asJsonObject().getBoolean("monitored", false);
  }
}
