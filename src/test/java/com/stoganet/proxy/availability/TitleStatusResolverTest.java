package com.stoganet.proxy.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.DownloadProblem;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.availability.OpenRequestSource.Step;
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
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TitleStatusResolverTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 3, 1);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final boolean HERE = true;
  private static final boolean ELSEWHERE = false;

  private final ScriptedArr radarr = new ScriptedArr("radarr", MediaKind.MOVIE);
  private final ScriptedArr sonarr = new ScriptedArr("sonarr", MediaKind.TV);
  private final Map<String, Torrent> torrents = new HashMap<>();
  private final Map<CatalogId.Tmdb, OpenRequest> asked = new HashMap<>();
  private final ScriptedRequestServer seerr = new ScriptedRequestServer();
  private long nanos;

  private final TitleStatusResolver statuses = statuses(List.of(radarr, sonarr));

  private TitleStatusResolver statuses(List<Arr> arrs) {
    ArrSnapshots snapshots =
        new ArrSnapshots(arrs, new ScriptedTorrents(torrents), Runnable::run, () -> nanos);
    AiredEpisodes aired = new AiredEpisodes(Clock.fixed(NOW, ZoneOffset.UTC));
    OpenRequests requests = new OpenRequests(() -> asked, Runnable::run, () -> nanos);
    return new TitleStatusResolver(
        new ArrViews(snapshots, aired), aired, new RequestStatusResolver(requests, seerr));
  }

  private TitleStatus film(boolean here) {
    return statuses.current(FILM, here);
  }

  private void wait(Duration time) {
    nanos += time.toNanos();
  }

  private static ArrTitle movie(boolean monitored, boolean hasFile, boolean released) {
    return new ArrTitle(
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

  private static ArrTitle show(ArrTitle.Season... seasons) {
    return new ArrTitle(
        SHOW, 9, "Show", 2008, true, false, true, Optional.empty(), true, List.of(seasons));
  }

  @Test
  void given_a_movie_in_the_library_when_asked_then_it_is_playable_whatever_others_say() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));

    assertThat(film(HERE).stage()).isEqualTo(TitleStage.PLAYABLE);
  }

  @Test
  void given_a_file_that_the_library_does_not_know_yet_when_asked_then_it_is_being_imported() {
    radarr.titles.add(movie(true, true, true));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.IMPORTING);
  }

  @Test
  void given_a_row_in_the_queue_when_asked_then_percent_and_time_are_told() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));

    TitleStatus status = film(ELSEWHERE);

    assertThat(status.stage()).isEqualTo(TitleStage.DOWNLOADING);
    assertThat(status.progress())
        .get()
        .satisfies(t -> assertThat(t.percent()).isBetween(39.9, 40.1));
    assertThat(status.progress().get().secondsLeft()).hasValue(600);
    assertThat(status.reason()).isEmpty();
  }

  @Test
  void given_a_torrent_when_asked_then_its_client_is_believed_rather_than_the_minute_old_queue() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));
    torrents.put(
        QueueItems.HASH.toLowerCase(Locale.ROOT),
        torrent(Torrent.State.DOWNLOADING, 1_000, 100, 50));

    DownloadProgress progress = film(ELSEWHERE).progress().orElseThrow();

    assertThat(progress.percent()).isEqualTo(90);
    assertThat(progress.speed()).hasValue(50);
    assertThat(progress.secondsLeft()).hasValue(2);
  }

  @Test
  void given_a_torrent_that_stands_still_when_asked_then_the_reason_is_in_plain_words() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));
    torrents.put(
        QueueItems.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.STALLED, 1_000, 100, 0));

    assertThat(film(ELSEWHERE).progress())
        .get()
        .extracting(DownloadProgress::problem)
        .isEqualTo(Optional.of(DownloadProblem.STALLED));
    assertThat(film(ELSEWHERE).reason()).contains("online");
  }

  @Test
  void given_a_complete_torrent_when_the_queue_is_behind_then_it_is_being_imported() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));
    torrents.put(
        QueueItems.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.COMPLETE, 1_000, 0, 0));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.IMPORTING);
    assertThat(film(ELSEWHERE).progress().orElseThrow().percent()).isEqualTo(100);
  }

  @Test
  void given_an_import_that_is_blocked_when_asked_then_the_server_says_why() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(
        QueueItems.saying(
            QueueItems.movie(7, Phase.DOWNLOADING), Phase.IMPORT_BLOCKED, true, "Not a match."));

    TitleStatus status = film(ELSEWHERE);

    assertThat(status.stage()).isEqualTo(TitleStage.IMPORTING);
    assertThat(status.progress().orElseThrow().problem()).contains(DownloadProblem.BLOCKED);
    assertThat(status.reason()).contains("administrator").contains("Not a match.");
  }

  @Test
  void
      given_a_monitored_movie_when_it_is_not_out_then_it_waits_and_when_it_is_out_then_it_searches() {
    radarr.titles.add(movie(true, false, false));
    assertThat(film(ELSEWHERE))
        .returns(TitleStage.WAITING_FOR_RELEASE, TitleStatus::stage)
        .returns(Optional.of(NEXT_YEAR), TitleStatus::release);

    radarr.titles.set(0, movie(true, false, true));
    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.SEARCHING);
  }

  @Test
  void given_an_unmonitored_or_unknown_movie_when_asked_then_it_can_be_asked_for() {
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTABLE);

    radarr.titles.add(movie(false, false, true));
    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTABLE);
  }

  @Test
  void given_nobody_who_gets_movies_when_asked_then_it_cannot_be_asked_for() {
    TitleStatus status = statuses(List.of(sonarr)).current(FILM, ELSEWHERE);

    assertThat(status.stage()).isEqualTo(TitleStage.NOT_REQUESTABLE);
    assertThat(status.reason()).isNotEmpty();
  }

  @Test
  void given_an_open_request_when_asked_then_it_says_what_it_waits_for() {
    asked.put(FILM, new OpenRequest(Step.AWAITING_APPROVAL, Set.of("u")));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTED);
    assertThat(film(ELSEWHERE).reason()).contains("approve");

    asked.put(FILM, new OpenRequest(Step.TO_BE_HANDED_OVER, Set.of("u")));
    wait(Duration.ofSeconds(6));
    assertThat(film(ELSEWHERE).reason()).contains("as soon as");
  }

  @Test
  void given_a_request_that_was_handed_over_when_its_title_was_removed_then_it_is_requestable() {
    asked.put(FILM, new OpenRequest(Step.HANDED_OVER, Set.of("u")));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTABLE);
  }

  @Test
  void given_a_server_that_never_answered_when_asked_then_nobody_knows() {
    radarr.away = true;

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.UNKNOWN);
    assertThat(film(HERE).stage()).isEqualTo(TitleStage.PLAYABLE);
  }

  @Test
  void given_an_outage_of_an_hour_when_asked_then_it_is_unknown_and_what_it_was_is_remembered() {
    radarr.titles.add(movie(true, false, true));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.SEARCHING);
    radarr.away = true;

    wait(Duration.ofMinutes(1));
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.SEARCHING);

    wait(Duration.ofHours(1));
    assertThat(film(ELSEWHERE))
        .returns(TitleStage.UNKNOWN, TitleStatus::stage)
        .returns(TitleStage.SEARCHING, TitleStatus::lastKnown);

    radarr.away = false;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.SEARCHING);
  }

  @Test
  void given_a_server_that_is_away_when_a_request_is_open_then_that_is_known_all_the_same() {
    radarr.away = true;
    asked.put(FILM, new OpenRequest(Step.TO_BE_HANDED_OVER, Set.of("u")));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTED);
  }

  @Test
  void given_a_torrent_that_is_checked_when_asked_then_it_has_no_problem_and_no_time_B41() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.QUEUED));
    torrents.put(
        QueueItems.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.CHECKING, 1000, 250, 0));

    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.DOWNLOADING);
    assertThat(film(ELSEWHERE).progress().orElseThrow())
        .returns(75.0, DownloadProgress::percent)
        .returns(Optional.empty(), DownloadProgress::problem)
        .returns(OptionalLong.empty(), DownloadProgress::secondsLeft);
  }

  @Test
  void given_a_torrent_that_was_paused_just_now_when_asked_then_no_time_is_left_B41() {
    radarr.titles.add(movie(true, false, true));
    radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));
    torrents.put(
        QueueItems.HASH.toLowerCase(Locale.ROOT), torrent(Torrent.State.PAUSED, 1000, 250, 0));

    assertThat(film(ELSEWHERE).progress().orElseThrow())
        .returns(Optional.of(DownloadProblem.PAUSED), DownloadProgress::problem)
        .returns(OptionalLong.empty(), DownloadProgress::secondsLeft);
  }

  @Test
  void given_an_imported_pack_whose_rows_stay_when_asked_then_there_is_no_problem_B31() {
    sonarr.titles.add(show(new ArrTitle.Season(1, true, 3, 3, 3)));
    blockedRows();

    TitleStatus status = statuses.current(SHOW, HERE);

    assertThat(status.stage()).isEqualTo(TitleStage.PLAYABLE);
    assertThat(status.progress()).isEmpty();
    assertThat(status.reason()).isEmpty();
    assertThat(statuses.current(SHOW, ELSEWHERE))
        .returns(Optional.empty(), TitleStatus::progress)
        .returns("", TitleStatus::reason);
  }

  /** Of the season one more episode is missing, so that the season itself is not complete. */
  @Test
  void given_an_imported_pack_when_another_episode_is_missing_then_there_is_no_problem_B31() {
    sonarr.titles.add(show(new ArrTitle.Season(1, true, 3, 4, 4)));
    sonarr.episodes.addAll(episodes(4, 3));
    blockedRows();

    assertThat(statuses.current(SHOW, HERE))
        .returns(TitleStage.PARTLY, TitleStatus::stage)
        .returns(Optional.empty(), TitleStatus::progress);
  }

  @Test
  void given_a_blocked_import_of_a_missing_episode_when_asked_then_the_problem_stays_B31() {
    sonarr.titles.add(show(new ArrTitle.Season(1, true, 2, 3, 3)));
    sonarr.episodes.addAll(episodes(3, 2));
    blockedRows();

    assertThat(statuses.current(SHOW, HERE).progress())
        .flatMap(DownloadProgress::problem)
        .contains(DownloadProblem.BLOCKED);
  }

  @Test
  void given_an_imported_movie_whose_row_stays_when_asked_then_there_is_no_problem_B31() {
    radarr.titles.add(movie(true, true, true));
    radarr.queue.add(QueueItems.movie(7, Phase.IMPORT_BLOCKED));

    assertThat(film(ELSEWHERE))
        .returns(TitleStage.IMPORTING, TitleStatus::stage)
        .returns("", TitleStatus::reason);
  }

  private void blockedRows() {
    for (int number = 1; number <= 3; number++) {
      sonarr.queue.add(
          QueueItems.saying(
              QueueItems.episode(9, 1, number, QueueItems.HASH, 0),
              Phase.IMPORT_BLOCKED,
              true,
              "No files found are eligible for import"));
    }
  }

  @Test
  void given_a_season_pack_when_asked_then_it_is_counted_once() {
    sonarr.titles.add(show(new ArrTitle.Season(1, true, 0, 24, 24)));
    for (int episode = 1; episode <= 24; episode++) {
      sonarr.queue.add(QueueItems.episode(9, 1, episode, QueueItems.HASH, QueueItems.SIZE / 4));
    }

    DownloadProgress progress = statuses.current(SHOW, ELSEWHERE).progress().orElseThrow();

    assertThat(progress.percent()).isEqualTo(75);
  }

  @Test
  void given_two_downloads_when_asked_then_the_slowest_says_how_long_and_size_weighs() {
    sonarr.titles.add(show(new ArrTitle.Season(1, true, 0, 2, 2)));
    sonarr.queue.add(
        QueueItems.episode(9, 1, 1, "A" + QueueItems.HASH.substring(1), 0.2 * QueueItems.SIZE));
    sonarr.queue.add(
        QueueItems.episode(9, 1, 2, "B" + QueueItems.HASH.substring(1), 0.8 * QueueItems.SIZE));

    DownloadProgress progress = statuses.current(SHOW, ELSEWHERE).progress().orElseThrow();

    assertThat(progress.percent()).isBetween(49.99, 50.01);
    assertThat(progress.secondsLeft()).hasValue(800);
  }

  @Test
  void given_a_show_of_which_sonarr_counts_100_percent_when_asked_then_what_has_aired_counts() {
    sonarr.titles.add(show(new ArrTitle.Season(1, false, 3, 3, 28)));
    sonarr.episodes.addAll(episodes(28, 3));

    TitleStatus status = statuses.current(SHOW, HERE);

    assertThat(status.stage()).isEqualTo(TitleStage.PARTLY);
    assertThat(status.episodes()).contains(new TitleStatus.EpisodeCounts(3, 28));
  }

  @Test
  void given_a_show_with_unaired_episodes_when_all_others_are_here_then_it_is_playable() {
    sonarr.titles.add(
        show(new ArrTitle.Season(0, false, 0, 0, 9), new ArrTitle.Season(1, true, 2, 2, 4)));
    sonarr.episodes.addAll(episodes(2, 2));
    sonarr.episodes.add(
        new ArrEpisode(3, 1, 3, "Later", true, false, Optional.of(NOW.plusSeconds(60))));
    sonarr.episodes.add(new ArrEpisode(4, 1, 4, "Some day", true, false, Optional.empty()));

    assertThat(statuses.current(SHOW, HERE).stage()).isEqualTo(TitleStage.PLAYABLE);
  }

  @Test
  void given_a_seerr_when_it_has_decided_then_that_counts() {
    seerr.configured = true;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTABLE);

    seerr.state = RequestServer.RequestState.AWAITING_APPROVAL;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.REQUESTED);

    seerr.state = RequestServer.RequestState.BLOCKLISTED;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.NOT_REQUESTABLE);

    seerr.state = null;
    assertThat(film(ELSEWHERE).stage()).isEqualTo(TitleStage.UNKNOWN);
  }

  private static List<ArrEpisode> episodes(int aired, int here) {
    List<ArrEpisode> episodes = new ArrayList<>();
    for (int number = 1; number <= aired; number++) {
      episodes.add(
          new ArrEpisode(
              number, 1, number, "", true, number <= here, Optional.of(NOW.minusSeconds(number))));
    }
    return episodes;
  }

  private static Torrent torrent(Torrent.State status, long size, long left, long speed) {
    return new Torrent(
        QueueItems.HASH.toLowerCase(Locale.ROOT),
        size,
        left,
        speed,
        speed == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(left / speed)),
        status);
  }

  /** A Seerr that says what a test tells it to; away when that is nothing. */
  private static final class ScriptedRequestServer implements RequestServer {
    private boolean configured;
    private RequestServer.RequestState state = RequestServer.RequestState.NOT_REQUESTED;

    @Override
    public boolean configured() {
      return configured;
    }

    @Override
    public RequestServer.RequestState state(CatalogId.Tmdb id) {
      if (state == null) {
        throw ApiException.unavailable("Seerr is temporarily unavailable.", null);
      }
      return state;
    }

    @Override
    public void ask(String jellyfinUserId, RequestedScope scope) {
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
