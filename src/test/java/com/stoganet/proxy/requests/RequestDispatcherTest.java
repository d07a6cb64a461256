package com.stoganet.proxy.requests;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADMIN;
import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static com.stoganet.proxy.requests.RequestDesk.FILM;
import static com.stoganet.proxy.requests.RequestDesk.SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestDispatcherTest {

  private final RequestDesk desk =
      new RequestDesk(Map.of("REQUESTS_USERS", "auto", "REQUESTS_RESTRICTED", "auto"));

  private void run() {
    desk.dispatcher.run();
  }

  private Duration wait(Request request) {
    return Duration.between(desk.house.clock.instant(), desk.store.due(request.id()));
  }

  @Test
  void given_a_dead_radarr_when_a_request_is_handed_over_then_it_waits_longer_and_longer() {
    desk.house.radarr.away = true;
    Request request = desk.ask(ADULT, FILM);

    run();
    assertThat(wait(request)).isEqualTo(Duration.ofSeconds(5));
    desk.house.pass(Duration.ofSeconds(80));
    run();
    assertThat(wait(request)).isEqualTo(Duration.ofSeconds(20));
    desk.house.pass(Duration.ofDays(3));
    run();
    assertThat(wait(request)).isEqualTo(Duration.ofMinutes(1));
    assertThat(desk.status(request)).isEqualTo(Status.APPROVED);

    desk.house.radarr.away = false;
    run();
    assertThat(desk.house.radarr.wanted).isEmpty();
    desk.house.pass(Duration.ofMinutes(1));
    run();
    run();
    desk.house.pass(Duration.ofHours(1));
    run();
    assertThat(desk.house.radarr.wanted).containsExactly(RequestedScope.of(FILM));
    assertThat(desk.status(request)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_dead_radarr_when_something_else_is_asked_for_then_that_is_not_held_up() {
    desk.house.radarr.away = true;
    desk.ask(ADULT, FILM);
    Request other = desk.ask(ADULT, SHOW);

    run();

    assertThat(desk.status(other)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_server_that_refuses_when_it_is_told_then_the_asker_reads_why() {
    desk.house.radarr.refusal =
        new RequestRejectedException("unknown_title", "Radarr does not know it.");
    Request request = desk.ask(ADULT, FILM);

    run();

    assertThat(desk.store.find(request.id()))
        .get()
        .returns(Status.FAILED, Request::status)
        .returns("Radarr does not know it.", Request::reason);
  }

  @Test
  void given_a_refusal_when_its_cause_is_gone_then_asking_again_works_B01_B02() {
    desk.house.radarr.refusal = new RequestRejectedException("path_taken", "The folder is taken.");
    Request request = desk.ask(ADULT, FILM);
    run();
    desk.house.pass(Duration.ofHours(1));
    run();
    assertThat(desk.status(request)).isEqualTo(Status.FAILED);

    desk.house.radarr.refusal = null;
    Request next = desk.ask(ADULT, FILM);
    run();

    assertThat(next.id()).isNotEqualTo(request.id());
    assertThat(desk.status(next)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_title_that_never_gets_ready_when_ten_minutes_are_over_then_the_request_ends_B02() {
    desk.house.radarr.whenTold =
        () -> {
          throw new TitleNotReadyException("Radarr does not have this title ready.");
        };
    Request request = desk.ask(ADULT, FILM);

    run();
    desk.house.pass(Duration.ofMinutes(9));
    run();
    assertThat(desk.status(request)).isEqualTo(Status.APPROVED);

    desk.house.pass(Duration.ofMinutes(2));
    run();
    assertThat(desk.store.find(request.id()))
        .get()
        .returns(Status.FAILED, Request::status)
        .returns("Radarr does not have this title ready.", Request::reason);
  }

  @Test
  void given_a_mistake_of_the_proxy_when_it_is_handed_over_then_the_request_ends_B02() {
    desk.house.radarr.whenTold =
        () -> {
          throw new IllegalStateException("a mistake");
        };
    Request request = desk.ask(ADULT, FILM);

    run();

    assertThat(desk.store.find(request.id()))
        .get()
        .returns(Status.FAILED, Request::status)
        .satisfies(failed -> assertThat(failed.reason()).contains("the proxy's log"));
  }

  @Test
  void given_a_title_that_nobody_could_rate_when_somebody_can_then_a_child_gets_it_or_not() {
    desk.house.radarr.away = true;
    Request request = desk.ask(KID, FILM);
    desk.house.radarr.away = false;
    desk.house.radarr.results.set(0, ScriptedHousehold.film(FILM, "Film", "R"));

    run();

    assertThat(desk.status(request)).isEqualTo(Status.FAILED);
    assertThat(desk.house.radarr.wanted).isEmpty();
  }

  @Test
  void given_a_jellyfin_that_is_away_when_a_childs_request_is_handed_over_then_it_waits() {
    Request request = desk.ask(KID, FILM);
    desk.house.jellyfinAway = true;

    run();

    assertThat(desk.status(request)).isEqualTo(Status.APPROVED);
    assertThat(desk.house.radarr.wanted).isEmpty();
  }

  @Test
  void given_a_server_that_is_configured_no_more_when_it_is_to_be_told_then_the_asker_reads_that() {
    Request request = desk.ask(ADULT, FILM);
    desk.house.arrs.clear();

    run();

    assertThat(desk.status(request)).isEqualTo(Status.FAILED);
  }

  @Test
  void given_a_crash_after_a_server_was_told_when_the_time_is_over_then_it_is_told_again() {
    Request request = desk.ask(ADULT, FILM);
    Instant now = desk.house.clock.instant();
    List<Request> claimed = desk.store.claim(now, now.plus(Duration.ofMinutes(3)), 1);
    assertThat(claimed).extracting(Request::id).containsExactly(request.id());

    run();
    assertThat(desk.house.radarr.wanted).isEmpty();
    desk.house.pass(Duration.ofMinutes(3));
    run();

    assertThat(desk.status(request)).isEqualTo(Status.SENT);
  }

  @Test
  void given_a_request_that_is_being_handed_over_when_a_user_takes_it_back_then_it_is_too_late() {
    Request request = desk.ask(ADULT, FILM);
    desk.house.radarr.whenTold =
        () -> {
          assertThatThrownBy(() -> desk.decisions.withdraw(ADULT, request.id()))
              .isInstanceOfSatisfying(
                  ApiException.class, failure -> assertThat(failure.status()).isEqualTo(409));
          assertThatThrownBy(() -> desk.decisions.decline(ADMIN, request.id(), "No."))
              .isInstanceOf(ApiException.class);
        };

    run();

    assertThat(desk.status(request)).isEqualTo(Status.SENT);
    assertThat(desk.house.radarr.wanted).hasSize(1);
  }

  @Test
  void given_a_slow_server_when_several_are_handed_over_then_each_has_the_whole_time_for_it() {
    Request first = desk.ask(ADULT, FILM);
    Request second = desk.ask(ADMIN, FILM);
    List<Duration> left = new ArrayList<>();
    desk.house.radarr.whenTold =
        () -> {
          left.add(wait(left.isEmpty() ? first : second));
          desk.house.pass(Duration.ofMinutes(2));
        };

    run();

    assertThat(left).containsExactly(Duration.ofMinutes(3), Duration.ofMinutes(3));
  }
}
