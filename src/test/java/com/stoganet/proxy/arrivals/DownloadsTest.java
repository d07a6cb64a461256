package com.stoganet.proxy.arrivals;

import static com.stoganet.proxy.arrivals.ScriptedHouse.ADMIN;
import static com.stoganet.proxy.arrivals.ScriptedHouse.ADULT;
import static com.stoganet.proxy.arrivals.ScriptedHouse.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.arrivals.Asked.Standing;
import com.stoganet.proxy.arrivals.Asked.Step;
import com.stoganet.proxy.arrivals.QueueRow.Phase;
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
  private static final String HASH = Rows.HASH.toLowerCase(Locale.ROOT);
  private static final int UNKNOWN = 0;

  private final Map<CatalogId.Tmdb, Standing> asked = new HashMap<>();
  private final ScriptedHouse house = new ScriptedHouse(() -> asked);
  private final Downloads downloads = new Downloads(house.readings, house.client, house.askers);

  private void film(Phase phase) {
    house.radarr.offers.add(ScriptedHouse.film(FILM, "Film", "R"));
    house.radarr.kept.add(ScriptedHouse.wantedMovie(FILM, 7));
    house.radarr.queue.add(Rows.movie(7, phase));
  }

  private void asked(String... users) {
    asked.put(FILM, new Standing(Step.HANDED_ON, Set.of(users)));
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
    house.sonarr.kept.add(ScriptedHouse.series(SHOW, 9));
    house.sonarr.queue.add(Rows.episode(9, 1, 2, Rows.HASH, Rows.SIZE / 4));
    house.sonarr.queue.add(Rows.episode(9, 1, 1, Rows.HASH, Rows.SIZE / 4));

    Download download = only();

    assertThat(download.episodes())
        .containsExactly(new Wish.EpisodeNumber(1, 1), new Wish.EpisodeNumber(1, 2));
    assertThat(download.size()).isEqualTo(Rows.SIZE);
    assertThat(download.title()).contains(SHOW);
  }

  @Test
  void given_a_download_when_it_gets_on_then_its_id_stays_and_tells_nothing_of_its_client() {
    film(Phase.QUEUED);
    String id = only().id();
    house.radarr.queue.set(0, Rows.movie(7, Phase.IMPORTING));
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
    house.radarr.queue.add(Rows.movie(UNKNOWN, Phase.IMPORT_BLOCKED));

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
    assertThat(refused(() -> downloads.pause("sonarr-x")).status()).isEqualTo(503);

    house.sonarr.away = false;
    assertThat(downloads.of(ADMIN).partial()).isFalse();
    assertThat(refused(() -> downloads.pause("sonarr-x")).status()).isEqualTo(404);
  }

  @Test
  void given_a_torrent_when_paused_and_resumed_then_its_client_is_told() {
    film(Phase.DOWNLOADING);
    assertThat(refused(() -> downloads.pause(only().id())).details())
        .containsEntry("reason", "no_such_client");

    house.client.torrents.put(
        HASH, new Torrent(HASH, 10, 5, 1, Optional.empty(), Torrent.State.DOWNLOADING));
    house.pass(Duration.ofMinutes(1));
    downloads.pause(only().id());
    downloads.resume(only().id());

    assertThat(house.client.deeds).containsExactly("pause " + HASH, "resume " + HASH);
  }

  @Test
  void given_a_pack_when_removed_then_one_row_is_and_what_is_known_is_out_of_date() {
    house.sonarr.kept.add(ScriptedHouse.series(SHOW, 9));
    house.sonarr.queue.add(Rows.episode(9, 1, 1, Rows.HASH, 1));
    house.sonarr.queue.add(Rows.episode(9, 1, 2, Rows.HASH, 1));
    String id = only().id();

    downloads.remove(id, true, false);
    house.sonarr.queue.clear();

    assertThat(house.sonarr.deeds).containsExactly("remove 101 true false");
    assertThat(all()).isEmpty();
  }

  @Test
  void given_a_release_when_it_is_held_back_then_it_can_be_grabbed_and_otherwise_not() {
    film(Phase.DELAYED);
    downloads.grab(only().id());
    assertThat(house.radarr.deeds).containsExactly("grab 1");

    house.radarr.queue.set(0, Rows.movie(7, Phase.DOWNLOADING));
    house.pass(Duration.ofMinutes(1));
    assertThat(refused(() -> downloads.grab(only().id())))
        .returns(409, ApiException::status)
        .satisfies(e -> assertThat(e.details()).containsEntry("reason", "not_held_back"));
  }
}
