package com.stoganet.proxy.requests;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADMIN;
import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static com.stoganet.proxy.requests.RequestDesk.FILM;
import static com.stoganet.proxy.requests.RequestDesk.SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.availability.ScriptedArr;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

  private static final Map<String, String> FREE =
      Map.of("REQUESTS_USERS", "auto", "REQUESTS_RESTRICTED", "auto");
  private static final Duration LATER = Duration.ofMinutes(1);

  private final ScriptedArr fourK = new ScriptedArr("radarr_2", MediaKind.MOVIE);
  private RequestDesk desk = new RequestDesk(FREE, List.of(fourK));

  private static RequestedScope seasons(Integer... numbers) {
    return new RequestedScope(SHOW, Set.of(numbers), Set.of());
  }

  private static RequestedScope episode(int season, int number) {
    return new RequestedScope(SHOW, Set.of(), Set.of(new EpisodeNumber(season, number)));
  }

  private ApiException refused(Caller caller, RequestedScope scope) {
    return refused(caller, scope, null);
  }

  private ApiException refused(Caller caller, RequestedScope scope, String server) {
    return catchThrowableOfType(ApiException.class, () -> desk.requests.ask(caller, scope, server));
  }

  private void later() {
    desk.house.pass(LATER);
  }

  @ParameterizedTest
  @CsvSource({
    "auto, off, admin, APPROVED",
    "auto, off, adult, APPROVED",
    "approval, auto, admin, APPROVED",
    "approval, auto, adult, PENDING",
    "approval, auto, kid, APPROVED",
    "auto, approval, kid, PENDING",
    "auto, approval, adult, APPROVED",
    "off, auto, admin, APPROVED",
    "off, auto, adult,",
    "auto, off, kid,"
  })
  void given_a_rule_for_each_kind_of_account_when_one_asks_then_its_own_holds(
      String users, String restricted, String who, Status outcome) {
    desk = new RequestDesk(Map.of("REQUESTS_USERS", users, "REQUESTS_RESTRICTED", restricted));
    Caller caller = Map.of("admin", ADMIN, "adult", ADULT, "kid", KID).get(who);

    if (outcome == null) {
      ApiException failure = refused(caller, RequestedScope.of(FILM));
      assertThat(failure.status()).isEqualTo(403);
      assertThat(failure.details()).containsEntry("reason", "requests_not_allowed");
      assertThat(desk.eligibility.of(caller, MediaKind.MOVIE).allowed()).isFalse();
    } else {
      assertThat(desk.eligibility.of(caller, MediaKind.MOVIE).needsApproval())
          .isEqualTo(outcome == Status.PENDING);
      assertThat(desk.ask(caller, FILM).status()).isEqualTo(outcome);
    }
  }

  @Test
  void given_nothing_set_when_somebody_asks_then_an_administrator_decides() {
    desk = new RequestDesk(Map.of());

    assertThat(desk.ask(ADULT, FILM).status()).isEqualTo(Status.PENDING);
    desk.dispatcher.run();
    assertThat(desk.house.radarr.wanted).isEmpty();
  }

  @Test
  void given_a_title_above_the_rating_when_a_child_asks_then_there_is_none() {
    desk.house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", "R"));
    assertThat(refused(KID, RequestedScope.of(FILM)).status()).isEqualTo(404);

    desk.house.pass(Duration.ofHours(1));
    assertThat(desk.ask(ADULT, FILM).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void given_a_user_limited_by_tags_when_they_ask_then_an_administrator_decides_B20() {
    desk = new RequestDesk(Map.of("REQUESTS_USERS", "auto"));
    desk.house.limits.put(ADULT, new Restrictions(Optional.empty(), Set.of(), true));
    desk.house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", "R"));

    assertThat(desk.eligibility.of(ADULT, MediaKind.MOVIE).needsApproval()).isTrue();
    assertThat(desk.ask(ADULT, FILM).status()).isEqualTo(Status.PENDING);
  }

  @Test
  void given_unrated_movies_blocked_when_one_is_asked_for_then_there_is_none_R28() {
    Restrictions limits = new Restrictions(Optional.empty(), Set.of(MediaKind.MOVIE), true);

    RequestedScope unrated = rated("", limits);
    assertThat(refused(ADULT, unrated).status()).isEqualTo(404);
    RequestedScope allowed = rated("R", limits);
    assertThat(desk.requests.ask(ADULT, allowed, null))
        .hasValueSatisfying(request -> assertThat(request.status()).isEqualTo(Status.PENDING));
  }

  @Test
  void given_the_same_score_and_a_higher_second_number_when_asked_for_then_there_is_none_B38() {
    Restrictions limits = new Restrictions(Optional.of(RatingScore.of(17, null)), Set.of(), true);

    RequestedScope tooMuch = rated("NC-17", limits);
    assertThat(refused(ADULT, tooMuch).status()).isEqualTo(404);
    RequestedScope allowed = rated("R", limits);
    assertThat(desk.requests.ask(ADULT, allowed, null))
        .hasValueSatisfying(
            request -> assertThat(request.ratingCap()).contains(RatingScore.of(17, 0)));
  }

  /** A film with this rating, and an adult who is limited like this. */
  private RequestedScope rated(String certification, Restrictions limits) {
    desk = new RequestDesk(Map.of("REQUESTS_USERS", "auto"));
    desk.house.limits.put(ADULT, limits);
    desk.house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", certification));
    return RequestedScope.of(FILM);
  }

  @Test
  void given_a_title_without_a_rating_when_a_child_asks_then_there_is_none() {
    desk.house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", ""));

    assertThat(refused(KID, RequestedScope.of(FILM)).status()).isEqualTo(404);
  }

  @Test
  void given_a_title_hidden_in_the_library_when_a_child_asks_then_there_is_none() {
    desk.house.hidden.add(desk.house.arrives(FILM));

    assertThat(refused(KID, RequestedScope.of(FILM)).status()).isEqualTo(404);
    assertThat(desk.requests.ask(ADULT, RequestedScope.of(FILM), null)).isEmpty();
  }

  @Test
  void given_an_unknown_title_when_asked_for_then_there_is_none() {
    assertThat(refused(ADULT, RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, 1))).status())
        .isEqualTo(404);
  }

  @Test
  void given_a_request_when_asked_again_then_it_is_the_same_one() {
    Request request = desk.ask(ADULT, FILM);
    assertThat(desk.ask(ADULT, FILM)).isEqualTo(request);

    desk.dispatcher.run();
    desk.keepFilm();
    later();
    assertThat(desk.ask(ADULT, FILM).id()).isEqualTo(request.id());
    assertThat(desk.store.all()).hasSize(1);
  }

  @Test
  void given_a_movie_on_its_way_when_somebody_else_asks_then_it_is_theirs_too_and_free() {
    desk = new RequestDesk(Map.of("REQUESTS_USERS", "approval", "REQUESTS_USERS_QUOTA", "1/7"));
    desk.keepFilm();

    Request request = desk.ask(ADULT, FILM);

    // Radarr searches now, unless it has done so.
    assertThat(request.status()).isEqualTo(Status.APPROVED);
    desk.dispatcher.run();
    assertThat(desk.status(request)).isEqualTo(Status.SENT);
    assertThat(desk.house.radarr.wanted).containsExactly(RequestedScope.of(FILM));
    assertThat(request.cost()).isZero();
    assertThat(desk.eligibility.of(ADULT, MediaKind.MOVIE).quota().left()).hasValue(1);
  }

  @Test
  void given_a_movie_on_its_way_that_nobody_can_rate_when_a_child_asks_then_it_waits() {
    desk.keepFilm();
    desk.house.snapshots.refresh(FILM);
    desk.house.statuses.current(FILM, false);
    desk.house.radarr.away = true;

    assertThat(desk.ask(KID, FILM).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void given_a_request_when_its_movie_was_removed_then_asking_again_starts_anew() {
    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();
    desk.keepFilm();
    later();
    assertThat(desk.ask(ADULT, FILM).id()).isEqualTo(request.id());

    desk.house.radarr.titles.clear();
    later();
    Request next = desk.ask(ADULT, FILM);

    assertThat(next.id()).isNotEqualTo(request.id());
    assertThat(next.status()).isEqualTo(Status.APPROVED);
    assertThat(desk.status(request)).isEqualTo(Status.FAILED);
  }

  @Test
  void given_what_is_known_of_a_server_is_old_when_asked_again_then_nothing_is_doubled() {
    desk.house.statuses.current(FILM, false);
    Request request = desk.ask(ADULT, FILM);
    // As another proxy on the same database does it: here nobody looks again.
    desk.store.move(request.id(), Status.APPROVED, Status.SENT, "", desk.house.clock.instant());
    desk.keepFilm();

    assertThat(desk.ask(ADULT, FILM).id()).isEqualTo(request.id());
    desk.processing.recordOutcomes();
    assertThat(desk.status(request)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_season_that_was_removed_when_the_rest_is_here_then_it_can_be_asked_for_again() {
    partlyHere(true);
    Request request = desk.ask(ADULT, seasons(2));
    desk.dispatcher.run();
    later();
    assertThat(desk.ask(ADULT, seasons(2)).id()).isEqualTo(request.id());

    partlyHere(false);
    later();

    assertThat(desk.ask(ADULT, seasons(2)).id()).isNotEqualTo(request.id());
    assertThat(desk.status(request)).isEqualTo(Status.FAILED);
  }

  /** Of a show the first season is here. */
  private void partlyHere(boolean secondWanted) {
    if (!desk.house.catalogue.has(SHOW)) {
      desk.house.arrives(SHOW);
      desk.house.sonarr.episodes.add(desk.house.episode(1, 1, true));
      desk.house.sonarr.episodes.add(desk.house.episode(2, 1, false));
    }
    desk.house.sonarr.titles.clear();
    desk.house.sonarr.titles.add(
        ScriptedHousehold.series(
            SHOW,
            9,
            new ArrTitle.Season(1, true, 1, 1, 1),
            new ArrTitle.Season(2, secondWanted, 0, secondWanted ? 1 : 0, 1),
            new ArrTitle.Season(3, false, 0, 0, 0)));
  }

  @Test
  void given_a_show_that_is_partly_here_when_all_is_asked_for_then_only_the_rest_is_and_costs() {
    partlyHere(false);

    Request request = desk.ask(ADULT, SHOW);

    assertThat(request.scope()).isEqualTo(seasons(2, 3));
    assertThat(request.cost()).isEqualTo(2);
  }

  @Test
  void given_a_season_that_is_here_when_asked_for_then_that_is_no_mistake() {
    partlyHere(false);

    assertThat(desk.requests.ask(ADULT, seasons(1), null)).isEmpty();
    assertThat(desk.requests.ask(ADULT, episode(1, 1), null)).isEmpty();
    assertThat(desk.store.all()).isEmpty();
  }

  @Test
  void given_a_show_in_the_library_that_has_no_rating_when_a_child_asks_then_it_is_handed_over() {
    desk.house.sonarr.results.set(0, ScriptedHousehold.result(SHOW, "Show", "", List.of(1, 2, 3)));
    partlyHere(false);

    Request request = desk.ask(KID, seasons(2));
    desk.dispatcher.run();

    assertThat(desk.status(request)).isEqualTo(Status.SENT);
  }

  @Test
  void given_another_server_when_chosen_then_only_an_administrator_needs_no_approval() {
    assertThat(desk.requests.ask(ADULT, RequestedScope.of(FILM), "radarr_2"))
        .get()
        .returns(Status.PENDING, Request::status)
        .returns("radarr_2", Request::server);
    assertThat(desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr_2"))
        .get()
        .returns(Status.APPROVED, Request::status);
    assertThat(refused(ADULT, RequestedScope.of(FILM), "sonarr").details())
        .containsEntry("field", "server");
  }

  private static ArrTitle film(int key, boolean hasFile) {
    return new ArrTitle(
        FILM, key, "Film", 2020, true, hasFile, true, Optional.empty(), true, List.of());
  }

  @Test
  void given_a_film_of_the_first_server_when_the_second_is_asked_then_it_is_told_B07() {
    desk.house.arrives(FILM);
    desk.house.radarr.titles.add(film(7, true));

    Request users = desk.requests.ask(ADULT, RequestedScope.of(FILM), "radarr_2").orElseThrow();
    Request admins = desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr_2").orElseThrow();
    desk.dispatcher.run();

    assertThat(users.status()).isEqualTo(Status.PENDING);
    assertThat(desk.status(admins)).isEqualTo(Status.SENT);
    fourK.titles.add(film(8, false));
    later();
    desk.house.statuses.current(FILM, true);
    assertThat(desk.decisions.find(ADMIN, admins.id()).status())
        .map(TitleStatus::stage)
        .contains(TitleStage.SEARCHING);
    assertThat(fourK.wanted).containsExactly(RequestedScope.of(FILM));
    assertThat(desk.house.radarr.wanted).isEmpty();
    assertThat(desk.requests.ask(ADMIN, RequestedScope.of(FILM), null)).isEmpty();
    assertThat(desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr")).isEmpty();
    assertThat(desk.eligibility.of(ADULT, FILM))
        .get()
        .returns(true, RequestEligibility::needsApproval)
        .returns(List.of("radarr_2"), RequestEligibility::servers);
  }

  @Test
  void given_requests_to_two_servers_when_one_has_it_then_only_its_own_is_fulfilled_B07() {
    Request first = desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr").orElseThrow();
    Request second = desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr_2").orElseThrow();
    desk.dispatcher.run();
    desk.house.radarr.titles.add(film(7, false));
    fourK.titles.add(film(8, true));
    desk.house.arrives(FILM);
    later();

    desk.processing.recordOutcomes();
    assertThat(desk.status(first)).isEqualTo(Status.SENT);
    assertThat(desk.status(second)).isEqualTo(Status.FULFILLED);

    desk.house.radarr.titles.set(0, film(7, true));
    later();
    desk.house.statuses.current(FILM, true);
    desk.processing.recordOutcomes();
    assertThat(desk.status(first)).isEqualTo(Status.FULFILLED);
    assertThat(desk.eligibility.of(ADULT, FILM)).isEmpty();
  }

  @Test
  void given_a_title_removed_from_its_server_when_the_other_has_it_then_it_is_removed_B07() {
    Request request = desk.requests.ask(ADMIN, RequestedScope.of(FILM), "radarr_2").orElseThrow();
    desk.dispatcher.run();
    desk.keepFilm();
    later();
    desk.house.statuses.current(FILM, false);

    desk.processing.recordOutcomes();

    assertThat(desk.status(request)).isEqualTo(Status.FAILED);
  }

  @Test
  void
      given_a_film_that_only_the_second_server_wants_when_the_first_is_asked_then_it_is_told_B07() {
    fourK.titles.add(film(8, false));

    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();

    assertThat(request.cost()).isOne();
    assertThat(desk.house.radarr.wanted).containsExactly(RequestedScope.of(FILM));
  }

  @Test
  void
      given_a_series_in_the_library_that_no_server_finds_when_asked_then_page_and_order_agree_B19() {
    desk.house.sonarr.results.clear();
    desk.house.arrives(SHOW);

    assertThat(desk.eligibility.of(ADULT, SHOW)).get().returns(false, RequestEligibility::allowed);
    assertThat(refused(ADULT, RequestedScope.of(SHOW)))
        .returns(409, ApiException::status)
        .satisfies(e -> assertThat(e.details()).containsEntry("reason", "unknown_title"));
  }

  @Test
  void
      given_a_series_when_sonarr_counts_other_seasons_then_the_page_names_those_of_the_order_B19() {
    desk.house.sonarr.results.set(
        0, ScriptedHousehold.result(SHOW, "Show", "PG", List.of(0, 1, 2, 3, 4)));
    desk.house.arrives(SHOW);
    assertThat(desk.eligibility.of(ADULT, SHOW).orElseThrow().seasons())
        .containsExactly(0, 1, 2, 3, 4);

    desk.house.sonarr.episodes.add(desk.house.episode(1, 1, true));
    partlyHere(false);
    later();
    assertThat(desk.eligibility.of(ADULT, SHOW).orElseThrow().seasons()).containsExactly(1, 2, 3);
    assertThat(desk.ask(ADULT, SHOW).scope()).isEqualTo(seasons(2, 3));
    assertThat(refused(ADULT, seasons(4)).details()).containsEntry("field", "seasons");
  }

  @Test
  void given_a_sonarr_that_is_away_when_the_page_is_opened_then_it_can_be_asked_for_B19() {
    desk.house.arrives(SHOW);
    desk.house.sonarr.away = true;

    assertThat(desk.eligibility.of(ADULT, SHOW).orElseThrow().allowed()).isTrue();
    assertThat(desk.ask(ADULT, SHOW).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void given_the_usual_server_when_it_is_named_then_that_makes_no_difference() {
    assertThat(desk.requests.ask(ADULT, RequestedScope.of(FILM), "radarr"))
        .get()
        .returns(Status.APPROVED, Request::status);
  }

  @Test
  void given_a_series_when_all_of_it_is_asked_for_then_its_seasons_are_named_without_specials() {
    Request request = desk.ask(ADULT, SHOW);

    assertThat(request.scope()).isEqualTo(seasons(1, 2, 3));
    assertThat(request.cost()).isEqualTo(3);
    assertThat(desk.ask(ADULT, SHOW)).isEqualTo(request);
  }

  @Test
  void given_a_season_when_the_series_has_none_like_it_then_the_field_is_named() {
    assertThat(refused(ADULT, seasons(7)))
        .returns(400, ApiException::status)
        .satisfies(e -> assertThat(e.details()).containsEntry("field", "seasons"));
    assertThat(refused(ADULT, episode(7, 1)).details()).containsEntry("field", "episodes");
  }

  @Test
  void given_a_request_for_a_season_when_a_part_of_it_is_asked_for_then_it_is_the_same() {
    Request request = desk.ask(ADULT, seasons(1, 2));

    assertThat(desk.ask(ADULT, seasons(2))).isEqualTo(request);
    assertThat(desk.ask(ADULT, episode(1, 4))).isEqualTo(request);
    assertThat(desk.ask(ADULT, seasons(3))).isNotEqualTo(request);
    assertThat(desk.ask(ADULT, seasons(0))).isNotEqualTo(request);
  }

  @Test
  void given_a_series_asked_for_while_nobody_knew_its_seasons_when_one_is_then_it_is_the_same() {
    desk.house.sonarr.away = true;
    Request request = desk.ask(ADULT, SHOW);
    desk.house.sonarr.away = false;

    assertThat(desk.ask(ADULT, seasons(1))).isEqualTo(request);
    assertThat(desk.ask(ADULT, SHOW)).isEqualTo(request);
    assertThat(desk.ask(ADULT, seasons(0))).isNotEqualTo(request);
  }

  @Test
  void given_nobody_who_gets_titles_when_asked_then_that_is_a_conflict() {
    desk.house.arrs.clear();

    ApiException failure = refused(ADULT, RequestedScope.of(FILM));

    assertThat(failure.status()).isEqualTo(409);
    assertThat(failure.details()).containsEntry("reason", "not_requestable");
    assertThat(desk.eligibility.of(ADULT, MediaKind.MOVIE).allowed()).isFalse();
  }

  @Test
  void given_a_radarr_that_is_away_when_asked_then_it_is_accepted_all_the_same() {
    desk.house.radarr.away = true;

    assertThat(desk.ask(ADULT, FILM).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void given_a_seerr_when_somebody_asks_then_its_rules_decide_and_it_is_asked_as_them() {
    desk = new RequestDesk(Map.of("REQUESTS_USERS", "off"));
    desk.house.seerr.configured = true;

    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();

    assertThat(request.server()).isEqualTo("seerr");
    assertThat(desk.house.seerr.asked).containsExactly("jf-adult " + FILM);
    assertThat(desk.house.radarr.wanted).isEmpty();
  }

  @Test
  void given_a_seerr_alone_when_somebody_asks_then_it_is_asked() {
    desk.house.arrs.clear();
    desk.house.seerr.configured = true;

    desk.ask(ADULT, FILM);
    desk.dispatcher.run();

    assertThat(desk.house.seerr.asked).hasSize(1);
  }

  @Test
  void given_a_seerr_that_declined_when_asked_again_then_it_is_asked_again() {
    desk.house.seerr.configured = true;
    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();
    desk.house.seerr.state = RequestServer.RequestState.AWAITING_APPROVAL;
    later();
    assertThat(desk.ask(ADULT, FILM).id()).isEqualTo(request.id());

    desk.house.seerr.state = RequestServer.RequestState.NOT_REQUESTED;

    assertThat(desk.ask(ADULT, FILM).id()).isNotEqualTo(request.id());
  }

  @Test
  void given_a_request_when_others_look_then_only_administrators_see_it() {
    Request request = desk.ask(KID, FILM);

    assertThat(desk.decisions.list(ADULT, Set.of(), 10)).isEmpty();
    assertThat(desk.decisions.list(ADMIN, Set.of(), 10))
        .extracting(TrackedRequest::request)
        .containsExactly(request);
    assertThat(desk.decisions.list(KID, Set.of(Status.PENDING), 10)).isEmpty();
    assertThat(
            catchThrowableOfType(ApiException.class, () -> desk.decisions.find(ADULT, request.id()))
                .status())
        .isEqualTo(404);
    assertThat(desk.decisions.find(ADMIN, request.id()).request()).isEqualTo(request);
  }

  @Test
  void given_a_decision_when_another_follows_then_the_first_one_holds() {
    desk = new RequestDesk(Map.of());
    Request request = desk.ask(KID, FILM);

    assertThat(desk.decisions.decline(ADMIN, request.id(), "No.").request().reason())
        .isEqualTo("No.");
    assertThat(desk.decisions.decline(ADMIN, request.id(), "Never.").request().reason())
        .isEqualTo("No.");

    for (Runnable deed :
        List.<Runnable>of(
            () -> desk.decisions.approve(ADMIN, request.id()),
            () -> desk.decisions.withdraw(KID, request.id()))) {
      ApiException failure = catchThrowableOfType(ApiException.class, deed::run);
      assertThat(failure.status()).isEqualTo(409);
      assertThat(failure.details()).containsEntry("reason", "already_decided");
    }
    assertThat(desk.told).containsExactly("r1 PENDING", "r1 DECLINED");
  }

  @Test
  void given_a_request_for_one_season_when_that_is_here_then_it_is_fulfilled_without_the_others() {
    Request first = desk.ask(ADULT, seasons(1));
    Request second = desk.ask(ADULT, seasons(2));
    desk.dispatcher.run();
    partlyHere(true);
    desk.house.sonarr.titles.set(
        0, ScriptedHousehold.series(SHOW, 9, new ArrTitle.Season(2, true, 0, 1, 1)));

    later();
    desk.processing.recordOutcomes();

    assertThat(desk.status(first)).isEqualTo(Status.FULFILLED);
    assertThat(desk.status(second)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_show_in_the_library_that_sonarr_does_not_tell_of_when_noted_then_nothing_is_done() {
    desk.house.arrives(SHOW);
    Request request = desk.ask(ADULT, seasons(2));
    desk.dispatcher.run();
    desk.house.sonarr.away = true;

    desk.processing.recordOutcomes();

    assertThat(desk.status(request)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_movie_that_somebody_removes_when_noted_then_its_asker_is_told() {
    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();
    desk.keepFilm();
    later();
    desk.processing.recordOutcomes();
    assertThat(desk.status(request)).isEqualTo(Status.SENT);

    desk.house.radarr.titles.clear();
    later();
    desk.house.statuses.current(FILM, false);
    desk.processing.recordOutcomes();

    assertThat(desk.store.find(request.id()))
        .get()
        .returns(Status.FAILED, Request::status)
        .returns("It was removed before it arrived.", Request::reason);
  }

  @Test
  void given_a_movie_when_it_is_in_the_library_then_its_request_is_fulfilled() {
    Request request = desk.ask(ADULT, FILM);
    desk.dispatcher.run();
    desk.keepFilm();
    desk.house.arrives(FILM);

    desk.processing.recordOutcomes();

    assertThat(desk.status(request)).isEqualTo(Status.FULFILLED);
    assertThat(desk.told).containsExactly("r1 APPROVED", "r1 SENT", "r1 FULFILLED");
    assertThat(desk.requests.ask(ADULT, RequestedScope.of(FILM), null)).isEqualTo(Optional.empty());
  }
}
