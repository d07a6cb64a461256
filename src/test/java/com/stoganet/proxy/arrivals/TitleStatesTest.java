package com.stoganet.proxy.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.arrivals.Asked.Standing;
import com.stoganet.proxy.arrivals.Asked.Step;
import com.stoganet.proxy.arrivals.QueueRow.Phase;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TitleStatesTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 3, 1);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final boolean HERE = true;
  private static final boolean ELSEWHERE = false;

  private final ScriptedArr radarr = new ScriptedArr("radarr", MediaKind.MOVIE);
  private final ScriptedArr sonarr = new ScriptedArr("sonarr", MediaKind.TV);
  private final Map<String, Torrent> torrents = new HashMap<>();
  private final Map<CatalogId.Tmdb, Standing> asked = new HashMap<>();
  private final ScriptedRequestServer seerr = new ScriptedRequestServer();
  private long nanos;

  private final TitleStates states = states(List.of(radarr, sonarr));

  private TitleStates states(List<Arr> arrs) {
    return new TitleStates(
        new Readings(arrs, new ScriptedTorrents(torrents), Runnable::run, () -> nanos),
        new AiredEpisodes(Clock.fixed(NOW, ZoneOffset.UTC)),
        new OpenRequests(() -> asked, Runnable::run, () -> nanos),
        seerr);
  }

  private TitleState film(boolean here) {
    return states.soon(FILM, here);
  }

  private void wait(Duration time) {
    nanos += time.toNanos();
  }

  private static Kept movie(boolean monitored, boolean hasFile, boolean released) {
    return new Kept(
        FILM,
        7,
        "Film",
        1999,
        monitored,
        hasFile,
        released,
        Optional.of(NEXT_YEAR),
        true,
        List.of());
  }

  private static Kept show(Kept.Season... seasons) {
    return new Kept(
        SHOW, 9, "Show", 2008, true, false, true, Optional.empty(), true, List.of(seasons));
  }

  @Test
  void given_a_movie_in_the_library_when_asked_then_it_is_playable_whatever_others_say() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(Rows.movie(7, Phase.DOWNLOADING));

    assertThat(film(HERE).stage()).isEqualTo(Stage.PLAYABLE);
  }

  @Test
  void given_a_file_that_the_library_does_not_know_yet_when_asked_then_it_is_being_imported() {
    radarr.kept.add(movie(true, true, true));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.IMPORTING);
  }

  @Test
  void given_a_row_in_the_queue_when_asked_then_percent_and_time_are_told() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(Rows.movie(7, Phase.DOWNLOADING));

    TitleState state = film(ELSEWHERE);

    assertThat(state.stage()).isEqualTo(Stage.DOWNLOADING);
    assertThat(state.transfer())
        .get()
        .satisfies(t -> assertThat(t.percent()).isBetween(39.9, 40.1));
    assertThat(state.transfer().get().secondsLeft()).hasValue(600);
    assertThat(state.reason()).isEmpty();
  }

  @Test
  void given_a_torrent_when_asked_then_its_client_is_believed_rather_than_the_minute_old_queue() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(Rows.movie(7, Phase.DOWNLOADING));
    torrents.put(
        Rows.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.DOWNLOADING, 1_000, 100, 50));

    Transfer transfer = film(ELSEWHERE).transfer().orElseThrow();

    assertThat(transfer.percent()).isEqualTo(90);
    assertThat(transfer.speed()).hasValue(50);
    assertThat(transfer.secondsLeft()).hasValue(2);
  }

  @Test
  void given_a_torrent_that_stands_still_when_asked_then_the_reason_is_in_plain_words() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(Rows.movie(7, Phase.DOWNLOADING));
    torrents.put(Rows.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.STALLED, 1_000, 100, 0));

    assertThat(film(ELSEWHERE).transfer())
        .get()
        .extracting(Transfer::problem)
        .isEqualTo(Optional.of(Problem.STALLED));
    assertThat(film(ELSEWHERE).reason()).contains("online");
  }

  @Test
  void given_a_complete_torrent_when_the_queue_is_behind_then_it_is_being_imported() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(Rows.movie(7, Phase.DOWNLOADING));
    torrents.put(Rows.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.COMPLETE, 1_000, 0, 0));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.IMPORTING);
    assertThat(film(ELSEWHERE).transfer().orElseThrow().percent()).isEqualTo(100);
  }

  @Test
  void given_an_import_that_is_blocked_when_asked_then_the_server_says_why() {
    radarr.kept.add(movie(true, false, true));
    radarr.queue.add(
        Rows.saying(Rows.movie(7, Phase.DOWNLOADING), Phase.IMPORT_BLOCKED, true, "Not a match."));

    TitleState state = film(ELSEWHERE);

    assertThat(state.stage()).isEqualTo(Stage.IMPORTING);
    assertThat(state.transfer().orElseThrow().problem()).contains(Problem.BLOCKED);
    assertThat(state.reason()).contains("administrator").contains("Not a match.");
  }

  @Test
  void
      given_a_monitored_movie_when_it_is_not_out_then_it_waits_and_when_it_is_out_then_it_searches() {
    radarr.kept.add(movie(true, false, false));
    assertThat(film(ELSEWHERE))
        .returns(Stage.WAITING_FOR_RELEASE, TitleState::stage)
        .returns(Optional.of(NEXT_YEAR), TitleState::release);

    radarr.kept.set(0, movie(true, false, true));
    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.SEARCHING);
  }

  @Test
  void given_an_unmonitored_or_unknown_movie_when_asked_then_it_can_be_asked_for() {
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTABLE);

    radarr.kept.add(movie(false, false, true));
    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTABLE);
  }

  @Test
  void given_nobody_who_gets_movies_when_asked_then_it_cannot_be_asked_for() {
    TitleState state = states(List.of(sonarr)).soon(FILM, ELSEWHERE);

    assertThat(state.stage()).isEqualTo(Stage.NOT_REQUESTABLE);
    assertThat(state.reason()).isNotEmpty();
  }

  @Test
  void given_an_open_request_when_asked_then_it_says_what_it_waits_for() {
    asked.put(FILM, new Standing(Step.AWAITING_APPROVAL, Set.of("u")));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTED);
    assertThat(film(ELSEWHERE).reason()).contains("approve");

    asked.put(FILM, new Standing(Step.TO_BE_HANDED_ON, Set.of("u")));
    wait(Duration.ofSeconds(6));
    assertThat(film(ELSEWHERE).reason()).contains("as soon as");
  }

  @Test
  void
      given_a_request_that_was_handed_on_when_its_title_was_removed_then_it_can_be_asked_for_again() {
    asked.put(FILM, new Standing(Step.HANDED_ON, Set.of("u")));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTABLE);
  }

  @Test
  void given_a_server_that_never_answered_when_asked_then_nobody_knows() {
    radarr.away = true;

    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(film(HERE).stage()).isEqualTo(Stage.PLAYABLE);
  }

  @Test
  void given_an_outage_of_an_hour_when_asked_then_it_is_unknown_and_what_it_was_is_remembered() {
    radarr.kept.add(movie(true, false, true));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.SEARCHING);
    radarr.away = true;

    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.SEARCHING);

    wait(Duration.ofHours(1));
    assertThat(film(ELSEWHERE))
        .returns(Stage.UNKNOWN, TitleState::stage)
        .returns(Stage.SEARCHING, TitleState::before);

    radarr.away = false;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.SEARCHING);
  }

  @Test
  void given_a_server_that_is_away_when_a_request_is_open_then_that_is_known_all_the_same() {
    radarr.away = true;
    asked.put(FILM, new Standing(Step.TO_BE_HANDED_ON, Set.of("u")));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTED);
  }

  @Test
  void given_a_season_pack_when_asked_then_it_is_counted_once() {
    sonarr.kept.add(show(new Kept.Season(1, true, 0, 24, 24)));
    for (int episode = 1; episode <= 24; episode++) {
      sonarr.queue.add(Rows.episode(9, 1, episode, Rows.HASH, Rows.SIZE / 4));
    }

    Transfer transfer = states.soon(SHOW, ELSEWHERE).transfer().orElseThrow();

    assertThat(transfer.percent()).isEqualTo(75);
  }

  @Test
  void given_two_downloads_when_asked_then_the_slowest_says_how_long_and_size_weighs() {
    sonarr.kept.add(show(new Kept.Season(1, true, 0, 2, 2)));
    sonarr.queue.add(Rows.episode(9, 1, 1, "A" + Rows.HASH.substring(1), 0.2 * Rows.SIZE));
    sonarr.queue.add(Rows.episode(9, 1, 2, "B" + Rows.HASH.substring(1), 0.8 * Rows.SIZE));

    Transfer transfer = states.soon(SHOW, ELSEWHERE).transfer().orElseThrow();

    assertThat(transfer.percent()).isBetween(49.99, 50.01);
    assertThat(transfer.secondsLeft()).hasValue(800);
  }

  @Test
  void given_a_show_of_which_sonarr_counts_100_percent_when_asked_then_what_has_aired_counts() {
    sonarr.kept.add(show(new Kept.Season(1, false, 3, 3, 28)));
    sonarr.episodes.addAll(episodes(28, 3));

    TitleState state = states.soon(SHOW, HERE);

    assertThat(state.stage()).isEqualTo(Stage.PARTLY);
    assertThat(state.episodes()).contains(new TitleState.Tally(3, 28));
  }

  @Test
  void given_a_show_with_unaired_episodes_when_all_others_are_here_then_it_is_playable() {
    sonarr.kept.add(show(new Kept.Season(0, false, 0, 0, 9), new Kept.Season(1, true, 2, 2, 4)));
    sonarr.episodes.addAll(episodes(2, 2));
    sonarr.episodes.add(
        new KeptEpisode(3, 1, 3, "Later", true, false, Optional.of(NOW.plusSeconds(60))));
    sonarr.episodes.add(new KeptEpisode(4, 1, 4, "Some day", true, false, Optional.empty()));

    assertThat(states.soon(SHOW, HERE).stage()).isEqualTo(Stage.PLAYABLE);
  }

  @Test
  void given_a_seerr_when_it_has_decided_then_that_counts() {
    seerr.configured = true;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTABLE);

    seerr.standing = RequestServer.Standing.AWAITING_APPROVAL;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.REQUESTED);

    seerr.standing = RequestServer.Standing.BLOCKLISTED;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.NOT_REQUESTABLE);

    seerr.standing = null;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(Stage.UNKNOWN);
  }

  private static List<KeptEpisode> episodes(int aired, int here) {
    List<KeptEpisode> episodes = new ArrayList<>();
    for (int number = 1; number <= aired; number++) {
      episodes.add(
          new KeptEpisode(
              number, 1, number, "", true, number <= here, Optional.of(NOW.minusSeconds(number))));
    }
    return episodes;
  }

  private static Torrent torrent(Torrent.State state, long size, long left, long speed) {
    return new Torrent(
        Rows.HASH.toLowerCase(Locale.ROOT),
        size,
        left,
        speed,
        speed == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(left / speed)),
        state);
  }

  /** A Seerr that says what a test tells it to; away when that is nothing. */
  private static final class ScriptedRequestServer implements RequestServer {
    private boolean configured;
    private Standing standing = Standing.NOT_REQUESTED;

    @Override
    public boolean configured() {
      return configured;
    }

    @Override
    public Standing standing(CatalogId.Tmdb id) {
      if (standing == null) {
        throw ApiException.unavailable("Seerr cannot answer at present.", null);
      }
      return standing;
    }

    @Override
    public void ask(String jellyfinUserId, Wish wish) {
      throw new UnsupportedOperationException("Nobody asks here");
    }
  }

  private record ScriptedTorrents(Map<String, Torrent> torrents) implements Torrents {

    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public Map<String, Torrent> all() {
      return Map.copyOf(torrents);
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
}
