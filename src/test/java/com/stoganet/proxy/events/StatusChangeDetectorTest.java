package com.stoganet.proxy.events;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADMIN;
import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.availability.OpenRequestSource.Step;
import com.stoganet.proxy.availability.QueueItems;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.downloads.Downloads;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.Fired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusChangeDetectorTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);
  private static final String HASH = QueueItems.HASH.toLowerCase(Locale.ROOT);

  private final Map<CatalogId.Tmdb, OpenRequest> asked = new HashMap<>();
  private final ScriptedHousehold house = new ScriptedHousehold(() -> asked);
  private final List<ClientEvent> told = new ArrayList<>();
  private final StatusChangeDetector detector =
      new StatusChangeDetector(
          new Downloads(house.snapshots, house.client, house.requesters),
          house.statuses,
          house.requests,
          house.requesters,
          house.catalogue,
          new Fired<>(told::add));

  private void downloading() {
    house.radarr.titles.add(ScriptedHousehold.wantedMovie(FILM, 7));
    house.radarr.queue.add(QueueItems.movie(7, Phase.DOWNLOADING));
    house.radarr.results.add(ScriptedHousehold.film(FILM, "Film", "PG"));
  }

  private void torrent(long left, Torrent.State status) {
    house.client.torrents.put(
        HASH, new Torrent(HASH, 1_000, left, 1, Optional.of(Duration.ofSeconds(left)), status));
  }

  /** What is told when somebody looks after that time. */
  private List<String> lookAfter(Duration time) {
    house.pass(time);
    told.clear();
    detector.look();
    return told.stream().map(ClientEvent::type).toList();
  }

  private List<String> look() {
    return lookAfter(Duration.ofMinutes(1));
  }

  @Test
  void given_the_first_look_when_there_is_much_then_nothing_is_told() {
    downloading();

    assertThat(look()).isEmpty();
    assertThat(look()).isEmpty();
  }

  @Test
  void given_a_new_download_when_looked_then_it_and_its_title_are_told_once() {
    look();
    downloading();

    assertThat(look()).containsExactlyInAnyOrder("title", "download");
    assertThat(look()).isEmpty();
  }

  @Test
  void given_a_download_when_it_gets_on_then_each_percent_is_told_and_less_is_not() {
    downloading();
    torrent(500, Torrent.State.DOWNLOADING);
    look();

    torrent(495, Torrent.State.DOWNLOADING);
    assertThat(look()).isEmpty();
    torrent(490, Torrent.State.DOWNLOADING);
    assertThat(look()).containsExactlyInAnyOrder("title", "download");
    torrent(490, Torrent.State.STALLED);
    assertThat(look()).containsExactlyInAnyOrder("title", "download");
  }

  @Test
  void given_a_download_when_it_is_gone_then_its_end_and_where_the_title_is_are_told() {
    downloading();
    look();
    house.radarr.queue.clear();

    assertThat(look()).containsExactlyInAnyOrder("title", "download_ended");
    assertThat(told)
        .filteredOn(each -> each instanceof ClientEvent.TitleStatusChanged)
        .extracting(each -> ((ClientEvent.TitleStatusChanged) each).status().stage())
        .containsExactly(TitleStage.SEARCHING);
  }

  @Test
  void given_an_import_when_looked_then_the_library_is_read_soon_and_playable_is_told_once() {
    downloading();
    look();
    house.radarr.queue.set(0, QueueItems.movie(7, Phase.IMPORTING));
    look();
    assertThat(house.hurried).isEqualTo(1);

    house.radarr.queue.clear();
    house.arrives(FILM);
    assertThat(look()).containsExactlyInAnyOrder("title", "download_ended");
    assertThat(look()).isEmpty();
  }

  @Test
  void given_an_outage_of_an_hour_when_looked_then_no_download_ends() {
    downloading();
    look();
    house.radarr.away = true;

    assertThat(look()).isEmpty();
    assertThat(lookAfter(Duration.ofHours(1))).containsExactly("title");
    assertThat(((ClientEvent.TitleStatusChanged) told.get(0)).status())
        .returns(TitleStage.UNKNOWN, TitleStatus::stage)
        .returns(TitleStage.DOWNLOADING, TitleStatus::lastKnown);

    house.radarr.away = false;
    assertThat(look()).containsExactly("title");
  }

  @Test
  void given_a_jellyfin_that_is_away_for_an_hour_when_looked_then_no_title_flips() {
    downloading();
    house.arrives(SHOW);
    asked.put(SHOW, new OpenRequest(Step.HANDED_OVER, Set.of("u")));
    look();
    house.jellyfinAway = true;

    for (int minute = 0; minute < 60; minute++) {
      assertThat(look()).isEmpty();
    }
    assertThat(house.statuses.current(SHOW, house.catalogue.has(SHOW)).stage())
        .isEqualTo(TitleStage.PLAYABLE);
    assertThat(house.statuses.current(FILM, house.catalogue.has(FILM)).stage())
        .isEqualTo(TitleStage.DOWNLOADING);

    house.jellyfinAway = false;
    assertThat(look()).isEmpty();
  }

  @Test
  void given_another_server_that_is_away_when_a_download_is_gone_then_its_end_is_told() {
    house.sonarr.away = true;
    downloading();
    look();
    house.radarr.queue.clear();

    assertThat(look()).contains("download_ended");
  }

  @Test
  void given_nobody_for_a_while_when_looked_again_then_it_is_a_first_look() {
    look();
    downloading();
    detector.forget();

    assertThat(look()).isEmpty();
  }

  @Test
  void given_a_request_when_it_waits_then_its_title_is_told() {
    look();
    asked.put(SHOW, new OpenRequest(Step.AWAITING_APPROVAL, Set.of("kid")));

    assertThat(look()).containsExactly("title");
  }

  @Test
  void given_a_changed_download_when_a_client_listens_then_requesters_and_admins_hear_it() {
    asked.put(FILM, new OpenRequest(Step.HANDED_OVER, Set.of("kid")));
    look();
    downloading();
    look();

    assertThat(told)
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.audience()).accepts(ADMIN, KID).rejects(ADULT);
            });
  }

  @Test
  void given_a_child_that_asked_before_anybody_knew_the_rating_when_told_then_it_hears_nothing() {
    asked.put(FILM, new OpenRequest(Step.TO_BE_HANDED_OVER, Set.of("kid")));
    look();
    downloading();
    house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", "R"));
    look();

    assertThat(told).hasSize(2).allSatisfy(each -> assertThat(each.audience()).rejects(KID));
  }
}
