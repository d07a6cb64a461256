package com.stoganet.proxy.auth;

import static com.stoganet.proxy.auth.Household.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Token refreshes of a sign-in until it ends, with a clock that a test moves. */
class TokenRefreshTest {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Household home = new Household();

  /** Honest apps lose answers, are killed, refresh twice: none of them is ever signed out. */
  @RepeatedTest(50)
  void given_honest_apps_when_they_do_what_apps_do_then_nobody_is_signed_out(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<String> held = new ArrayList<>();
    for (int device = 0; device < 4; device++) {
      held.add(home.signIn("user" + device % 2));
    }
    for (int step = 0; step < 200; step++) {
      int device = random.nextInt(held.size());
      String token = held.get(device);
      String answer = refreshed(token);
      if (random.nextInt(4) == 0) {
        // The answer is lost, or a second tab asked as well.
        home.clock.pass(Duration.ofMillis(random.nextInt((int) GRACE.toMillis() + 1)));
        assertThat(refreshed(token)).isEqualTo(answer);
      }
      held.set(device, answer);
      home.provider.away = random.nextInt(10) == 0;
      home.clock.pass(Duration.ofMinutes(random.nextInt(60 * 24)));
      home.cleanup.tidy();
    }
    home.provider.away = false;
    held.forEach(this::refreshed);
    assertThat(home.audit).extracting(Audit.Entry::event).containsOnly(AuthEvent.SIGNED_IN);
    assertThat(home.provider.tokens).hasSize(4);
  }

  /** Whatever a thief does with an old token, its family dies, and no other. */
  @RepeatedTest(50)
  void given_a_stolen_token_when_it_comes_back_then_its_family_dies_alone(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String victim = home.signIn("ada");
    String other = home.signIn("ada");
    List<String> used = new ArrayList<>();
    String held = victim;
    for (int step = random.nextInt(20); step >= 0; step--) {
      used.add(held);
      held = refreshed(held);
      home.clock.pass(GRACE.plusMillis(1 + random.nextInt(1_000_000)));
    }
    String stolen = used.get(random.nextInt(used.size()));

    refused(() -> home.refresh.with(stolen, HOME), ErrorCode.TOKEN_INVALID, "refresh_reused");

    String last = held;
    refused(() -> home.refresh.with(last, HOME), ErrorCode.TOKEN_INVALID, "refresh_reused");
    refused(() -> call(last), ErrorCode.TOKEN_INVALID, "refresh_reused");
    assertThat(home.audit).extracting(Audit.Entry::event).contains(AuthEvent.REFRESH_REUSED);
    assertThat(home.provider.tokens).hasSize(1);
    refreshed(other);
    call(other);
  }

  @Test
  void given_a_sign_in_when_it_is_through_then_it_is_told_whose_it_is_and_where() {
    Session session = home.session(home.signIn("ada"));

    assertThat(home.started)
        .containsExactly(new SessionStarted(session.id(), session.user().id(), "TV of ada"));
  }

  @Test
  void given_the_end_of_the_grace_when_a_token_comes_again_then_a_millisecond_decides() {
    String inTime = home.signIn("ada");
    String successor = refreshed(inTime);
    home.clock.pass(GRACE);
    assertThat(refreshed(inTime)).isEqualTo(successor);

    home.clock.pass(Duration.ofMillis(1));
    refused(() -> home.refresh.with(inTime, HOME), ErrorCode.TOKEN_INVALID, "refresh_reused");
  }

  @Test
  void given_ninety_days_when_they_are_over_then_a_device_that_came_by_is_still_signed_in() {
    String away = home.signIn("ada");
    String present = home.signIn("ada");
    home.clock.pass(Duration.ofDays(60));
    String next = refreshed(present);
    home.clock.pass(Duration.ofDays(30));

    refused(() -> home.refresh.with(away, HOME), ErrorCode.TOKEN_EXPIRED, null);
    refreshed(next);

    home.cleanup.tidy();
    assertThat(home.session(away).end()).isEqualTo(Session.End.EXPIRED);
    assertThat(home.provider.tokens).hasSize(1);
  }

  @Test
  void given_what_is_long_over_when_tidied_up_then_nothing_of_it_is_left() {
    home.signOut.here(home.session(home.signIn("ada")).id(), "", HOME);
    home.clock.pass(Duration.ofDays(29));
    home.cleanup.tidy();
    assertThat(home.store.size()).isEqualTo(2);

    home.clock.pass(Duration.ofDays(2));
    home.cleanup.tidy();
    assertThat(home.store.size()).isZero();
  }

  @Test
  void given_a_provider_that_is_away_when_signing_out_then_it_is_told_later() {
    String token = home.signIn("ada");
    home.provider.away = true;
    home.signOut.here(home.session(token).id(), token, HOME);
    refused(() -> home.refresh.with(token, HOME), ErrorCode.TOKEN_INVALID, "signed_out");
    home.cleanup.tidy();
    assertThat(home.provider.tokens).hasSize(1);

    home.provider.away = false;
    home.clock.pass(Duration.ofSeconds(20));
    home.cleanup.tidy();
    assertThat(home.provider.tokens).isEmpty();
    assertThat(home.store.unknownToProvider(Instant.MAX, 9)).isEmpty();
  }

  @Test
  void
      given_a_sign_out_that_is_refused_for_long_when_others_end_then_each_is_told_on_its_own_R31() {
    String first = home.signIn("kid");
    home.provider.disabled.add("j-kid");
    home.signOut.here(home.session(first).id(), first, HOME);
    String second = home.signIn("ada");
    home.provider.away = true;
    home.signOut.here(home.session(second).id(), second, HOME);
    home.provider.away = false;

    home.clock.pass(Duration.ofSeconds(20));
    home.cleanup.tidy();

    assertThat(home.provider.tokens).as("only the first is left").hasSize(1);
    for (int hours = 0; hours < 24 * 180; hours++) {
      home.clock.pass(Duration.ofSeconds(20));
      home.cleanup.tidy();
    }
    assertThat(home.provider.refusedSignOuts).as("less and less often").isBetween(8, 40);
    home.provider.disabled.clear();
    home.clock.pass(Duration.ofHours(1));
    home.cleanup.tidy();
    assertThat(home.provider.tokens).isEmpty();
  }

  @Test
  void given_a_sign_out_that_is_never_taken_when_a_month_is_over_then_it_is_given_up_R30() {
    String token = home.signIn("kid");
    home.provider.disabled.add("j-kid");
    home.signOut.here(home.session(token).id(), token, HOME);

    home.clock.pass(Duration.ofDays(31));
    home.cleanup.tidy();

    assertThat(home.store.size()).isZero();
  }

  @Test
  void given_an_account_that_is_disabled_when_it_is_enabled_again_then_its_devices_work_R30() {
    String token = home.signIn("ada");
    home.provider.disabled.add("j-ada");
    home.clock.pass(Duration.ofHours(1));
    refused(
        () -> home.refresh.with(token, HOME),
        ErrorCode.JELLYFIN_SESSION_EXPIRED,
        "account_disabled");
    assertThat(home.session(token).alive()).isTrue();

    home.provider.disabled.clear();
    refreshed(token);
  }

  @Test
  void given_a_disabled_user_when_four_minutes_have_passed_then_the_next_request_notices() {
    String token = home.signIn("ada");
    home.provider.tokens.clear();
    home.clock.pass(Duration.ofMinutes(4).minusMillis(1));
    call(token);
    assertThat(home.provider.questions).isZero();

    home.clock.pass(Duration.ofMillis(1));
    home.callerResolver.forget(
        new SessionEnded(home.session(token).id(), home.session(token).user().id()));
    refused(() -> call(token), ErrorCode.JELLYFIN_SESSION_EXPIRED, null);
    refused(() -> home.refresh.with(token, HOME), ErrorCode.JELLYFIN_SESSION_EXPIRED, null);
    assertThat(home.session(token).end()).isEqualTo(Session.End.PROVIDER_ENDED);
  }

  @Test
  void given_a_provider_that_is_away_when_a_check_is_due_then_it_is_left_alone_for_a_while() {
    String token = home.signIn("ada");
    home.provider.away = true;
    home.clock.pass(Duration.ofHours(1));

    String next = refreshed(token);
    next = refreshed(next);
    assertThat(home.provider.questions).isEqualTo(1);

    home.provider.away = false;
    home.clock.pass(Duration.ofSeconds(5));
    refreshed(next);
    assertThat(home.provider.questions).isEqualTo(2);
  }

  @Test
  void given_a_user_outside_their_hours_when_checked_then_they_are_out_for_that_time_only() {
    String token = home.signIn("ada");
    home.provider.notNow = true;
    home.clock.pass(Duration.ofHours(1));
    refused(
        () -> home.refresh.with(token, HOME),
        ErrorCode.JELLYFIN_SESSION_EXPIRED,
        "account_not_allowed");

    home.provider.notNow = false;
    refreshed(token);
  }

  private String refreshed(String token) {
    return home.refresh.with(token, HOME).refreshToken();
  }

  private void call(String token) {
    home.callerResolver.of(home.accessTokens.issue(home.session(token)), HOME.address());
  }

  private static void refused(ThrowingCallable call, ErrorCode code, String reason) {
    ApiException failure = catchThrowableOfType(ApiException.class, call);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.details().get("reason")).isEqualTo(reason);
  }
}
