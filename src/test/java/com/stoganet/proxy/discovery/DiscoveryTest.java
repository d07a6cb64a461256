package com.stoganet.proxy.discovery;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.availability.ScriptedArr;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.discovery.Discovery.Found;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final int MANY = 20;

  private final ScriptedArr fourK = new ScriptedArr("radarr_2", MediaKind.MOVIE);
  private final ScriptedHousehold house = new ScriptedHousehold(Map::of, List.of(fourK));

  private static CatalogId.Tmdb movie(int number) {
    return new CatalogId.Tmdb(MediaKind.MOVIE, number);
  }

  private static CatalogId.Tmdb show(int number) {
    return new CatalogId.Tmdb(MediaKind.TV, number);
  }

  private void knows(CatalogId.Tmdb id, String certification) {
    ScriptedArr arr = id.kind() == MediaKind.MOVIE ? house.radarr : house.sonarr;
    arr.results.add(ScriptedHousehold.film(id, "Harbour " + id.number(), certification));
  }

  private Found search(Caller caller, MediaKind kind, int limit) {
    return house.discovery.search(caller, "Harbour", kind, limit);
  }

  private static List<CatalogId.Tmdb> ids(Found found) {
    return found.elsewhere().stream().map(LookupResult::id).toList();
  }

  @Test
  void given_both_kinds_when_searched_then_the_best_of_each_come_first() {
    knows(movie(1), "PG");
    knows(movie(2), "PG");
    knows(show(3), "PG");

    assertThat(ids(search(ADULT, null, MANY))).containsExactly(movie(1), show(3), movie(2));
    assertThat(ids(search(ADULT, MediaKind.TV, MANY))).containsExactly(show(3));
  }

  @Test
  void given_the_same_title_twice_when_searched_then_it_comes_once() {
    knows(movie(1), "PG");
    knows(movie(1), "PG");
    fourK.results.addAll(house.radarr.results);

    assertThat(ids(search(ADULT, null, MANY))).containsExactly(movie(1));
  }

  @Test
  void given_a_title_of_the_library_when_found_by_another_name_then_it_is_one_that_is_here() {
    knows(movie(1), "PG");
    Title here = house.arrives(movie(1));

    Found found = search(ADULT, null, MANY);

    assertThat(found.here()).containsExactly(here);
    assertThat(found.elsewhere()).isEmpty();
  }

  @Test
  void given_a_title_hidden_from_a_child_when_it_searches_then_it_is_not_found_either() {
    knows(movie(1), "PG");
    house.hidden.add(house.arrives(movie(1)));

    Found found = search(KID, null, MANY);

    assertThat(found.here()).isEmpty();
    assertThat(found.elsewhere()).isEmpty();
    assertThat(found.partial()).isFalse();
    assertThat(
            catchThrowableOfType(ApiException.class, () -> house.discovery.find(KID, movie(1)))
                .status())
        .isEqualTo(404);
  }

  @Test
  void given_ratings_when_a_child_searches_then_it_finds_what_it_may_see_and_no_trace_of_more() {
    knows(movie(1), "R");
    knows(movie(2), "PG");
    knows(movie(3), "");

    assertThat(ids(search(KID, null, MANY))).containsExactly(movie(2));
    assertThat(search(KID, null, MANY).partial()).isFalse();
    assertThat(ids(search(ADULT, null, MANY))).hasSize(3);
  }

  @Test
  void given_unrated_movies_blocked_when_searched_then_only_those_are_missing_R28() {
    knows(movie(1), "R");
    knows(movie(2), "");
    knows(show(3), "");
    house.limits.put(ADULT, new Restrictions(Optional.empty(), Set.of(MediaKind.MOVIE), true));

    assertThat(ids(search(ADULT, null, MANY))).containsExactly(movie(1), show(3));
  }

  @Test
  void given_the_same_score_when_searched_then_the_second_number_decides_B38() {
    knows(movie(1), "NC-17");
    knows(movie(2), "R");
    house.limits.put(ADULT, new Restrictions(Optional.of(RatingScore.of(17, 0)), Set.of(), true));

    assertThat(ids(search(ADULT, null, MANY))).containsExactly(movie(2));
  }

  @Test
  void given_a_limit_when_searched_then_titles_that_are_here_take_the_first_places() {
    knows(movie(1), "PG");
    knows(movie(2), "PG");
    knows(movie(3), "PG");
    Title here = house.arrives(movie(3));

    Found two = search(ADULT, null, 2);
    assertThat(two.here()).containsExactly(here);
    assertThat(ids(two)).containsExactly(movie(1));
    assertThat(search(ADULT, null, 1).elsewhere()).isEmpty();
  }

  @Test
  void given_a_server_or_a_jellyfin_that_is_away_when_searched_then_that_is_told() {
    knows(movie(1), "PG");
    house.sonarr.away = true;
    assertThat(search(ADULT, null, MANY).partial()).isTrue();
    assertThat(ids(search(ADULT, null, MANY))).containsExactly(movie(1));
    assertThat(search(ADULT, MediaKind.MOVIE, MANY).partial()).isFalse();

    house.jellyfinAway = true;
    Found found = search(KID, MediaKind.MOVIE, MANY);
    assertThat(found.partial()).isTrue();
    assertThat(found.elsewhere()).isEmpty();
  }

  @Test
  void given_a_title_when_described_then_its_server_is_asked_once() {
    knows(movie(1), "PG");
    LookupResult result = house.discovery.described(movie(1)).orElseThrow();
    house.radarr.away = true;

    assertThat(house.discovery.described(movie(1))).contains(result);
  }
}
