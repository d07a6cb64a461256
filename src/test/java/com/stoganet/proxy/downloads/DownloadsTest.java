package com.stoganet.proxy.downloads;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADMIN;
import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.availability.OpenRequestSource.Step;
import com.stoganet.proxy.availability.QueueItems;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DownloadsTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);
  private static final String HASH = QueueItems.HASH.toLowerCase(Locale.ROOT);
  private static final int UNKNOWN = 0;

  private final Map<CatalogId.Tmdb, OpenRequest> asked = new HashMap<>();
  private final ScriptedHousehold house = new ScriptedHousehold(() -> asked);
  private final Downloads downloads =
      new Downloads(house.snapshots, house.client, house.requesters);

  private void film(Phase phase) {
    house.radarr.results.add(ScriptedHousehold.film(FILM, "Film", "R"));
    house.radarr.titles.add(ScriptedHousehold.wantedMovie(FILM, 7));
    house.radarr.queue.add(QueueItems.movie(7, phase));
  }

  private void asked(String... users) {
    asked.put(FILM, new OpenRequest(Step.HANDED_OVER, Set.of(users)));
  }

  private List<Download> all() {
    return downloads.of(ADMIN).downloads();
  }

  private Download only() {
    assertThat(all()).hasSize(1);
    return all().get(0);
  }

  private ApiException refused(Runnable deed) {
    return catchThrowableOfType(ApiException.class, deed::run);
  }

  @Test
  void given_a_season_pack_when_listed_then_it_is_one_download_with_its_episodes_in_order() {
    house.sonarr.titles.add(ScriptedHousehold.series(SHOW, 9));
    house.sonarr.queue.add(QueueItems.episode(9, 1, 2, QueueItems.HASH, QueueItems.SIZE / 4));
    house.sonarr.queue.add(QueueItems.episode(9, 1, 1, QueueItems.HASH, QueueItems.SIZE / 4));

    Download download = only();

    assertThat(download.episodes())
        .containsExactly(
            new RequestedScope.EpisodeNumber(1, 1), new RequestedScope.EpisodeNumber(1, 2));
    assertThat(download.size()).isEqualTo(QueueItems.SIZE);
    assertThat(download.title()).contains(SHOW);
  }

  @Test
  void given_a_download_when_it_gets_on_then_its_id_stays_and_tells_nothing_of_its_client() {
    film(Phase.QUEUED);
    String id = only().id();
    house.radarr.queue.set(0, QueueItems.movie(7, Phase.IMPORTING));
    house.pass(Duration.ofMinutes(1));

    assertThat(only().id()).isEqualTo(id);
    assertThat(id).startsWith("radarr-");
    assertThat(id.toLowerCase(Locale.ROOT)).doesNotContain(HASH.substring(0, 8));
  }

  @Test
  void given_a_download_when_others_look_then_only_those_who_asked_see_it() {
    film(Phase.DOWNLOADING);
    assertThat(all()).hasSize(1);
    assertThat(downloads.of(ADULT).downloads()).isEmpty();

    asked("adult");
    house.requestsChanged();

    assertThat(downloads.of(ADULT).downloads()).hasSize(1);
  }

  @Test
  void given_a_child_that_asked_before_anybody_knew_the_rating_when_it_looks_then_it_sees_none() {
    film(Phase.DOWNLOADING);
    asked("kid");

    assertThat(downloads.of(KID).downloads()).isEmpty();
  }

  @Test
  void given_a_row_that_the_server_cannot_place_when_listed_then_administrators_see_it() {
    house.radarr.queue.add(QueueItems.movie(UNKNOWN, Phase.IMPORT_BLOCKED));

    assertThat(only())
        .returns(Optional.empty(), Download::title)
        .returns("", Download::name)
        .returns("A.Release.1080p", Download::release);
    assertThat(downloads.of(ADULT).downloads()).isEmpty();
  }

  @Test
  void given_a_server_that_is_away_when_listed_then_the_others_are_and_there_may_be_more() {
    film(Phase.DOWNLOADING);
    house.sonarr.away = true;
    assertThat(downloads.of(ADMIN).partial()).isTrue();
    assertThat(all()).hasSize(1);
    assertThat(refused(() -> downloads.pause(ADMIN, "sonarr-x")).status()).isEqualTo(503);

    house.sonarr.away = false;
    assertThat(downloads.of(ADMIN).partial()).isFalse();
    assertThat(refused(() -> downloads.pause(ADMIN, "sonarr-x")).status()).isEqualTo(404);
  }

  /** The list of downloads has no torrents while their client does not answer. */
  @Test
  void given_a_client_that_does_not_answer_when_paused_then_that_is_no_conflict_B42() {
    film(Phase.DOWNLOADING);
    house.client.away = true;

    assertThat(refused(() -> downloads.pause(ADMIN, only().id())).status()).isEqualTo(503);
  }

  @Test
  void given_a_torrent_when_paused_and_resumed_then_its_client_is_told() {
    film(Phase.DOWNLOADING);
    assertThat(refused(() -> downloads.pause(ADMIN, only().id())).details())
        .containsEntry("reason", "no_such_client");

    house.client.torrents.put(
        HASH, new Torrent(HASH, 10, 5, 1, Optional.empty(), Torrent.State.DOWNLOADING));
    house.pass(Duration.ofMinutes(1));
    downloads.pause(ADMIN, only().id());
    downloads.resume(ADMIN, only().id());

    assertThat(house.client.deeds).containsExactly("pause " + HASH, "resume " + HASH);
  }

  @Test
  void given_a_pack_when_removed_then_one_row_is_and_what_is_known_is_out_of_date() {
    house.sonarr.titles.add(ScriptedHousehold.series(SHOW, 9));
    house.sonarr.queue.add(QueueItems.episode(9, 1, 1, QueueItems.HASH, 1));
    house.sonarr.queue.add(QueueItems.episode(9, 1, 2, QueueItems.HASH, 1));
    String id = only().id();

    downloads.remove(ADMIN, id, true, false);
    house.sonarr.queue.clear();

    assertThat(house.sonarr.deeds).containsExactly("remove 101 true false");
    assertThat(all()).isEmpty();
  }

  @Test
  void given_a_release_when_it_is_held_back_then_it_can_be_grabbed_and_otherwise_not() {
    film(Phase.DELAYED);
    downloads.grab(ADMIN, only().id());
    assertThat(house.radarr.deeds).containsExactly("grab 1");

    house.radarr.queue.set(0, QueueItems.movie(7, Phase.DOWNLOADING));
    house.pass(Duration.ofMinutes(1));
    assertThat(refused(() -> downloads.grab(ADMIN, only().id())))
        .returns(409, ApiException::status)
        .satisfies(e -> assertThat(e.details()).containsEntry("reason", "not_held_back"));
  }
}
