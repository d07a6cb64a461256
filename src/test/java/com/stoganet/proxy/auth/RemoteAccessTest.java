package com.stoganet.proxy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where users may come from, and whether a session that is in use still lasts. */
class RemoteAccessTest {

  private static final ClientAddress AFAR = Household.HOME.address();
  private static final ClientAddress LOCAL = new ClientAddress("192.168.0.7", "192.168.0.7", true);

  private final Household house = new Household();

  private Caller caller(String refreshToken, ClientAddress from) {
    Session session = house.session(refreshToken);
    return house.callerResolver.ofSession(session.id(), session.user().id(), from);
  }

  private static ApiException refused(Runnable request) {
    return catchThrowableOfType(ApiException.class, request::run);
  }

  @Test
  void given_a_user_who_has_to_be_at_home_when_signing_in_from_afar_then_no_token_is_left_B08() {
    house.provider.atHome = true;

    ApiException refusal = refused(() -> house.signIn("ada"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    assertThat(refusal.details()).containsEntry("reason", "remote_access_not_allowed");
    assertThat(house.provider.tokens).isEmpty();
    assertThat(house.started).isEmpty();
    assertThat(house.audit).hasSize(1).allMatch(entry -> entry.event() == AuthEvent.SIGN_IN_FAILED);
  }

  @Test
  void given_a_session_when_its_user_has_to_be_at_home_then_it_holds_there_only_B08() {
    String tv = house.signIn("ada");
    assertThat(caller(tv, AFAR)).isNotNull();

    house.provider.atHome = true;

    ApiException refusal = refused(() -> caller(tv, AFAR));
    assertThat(refusal.code()).isEqualTo(ErrorCode.JELLYFIN_SESSION_EXPIRED);
    assertThat(refusal.details()).containsEntry("reason", "remote_access_not_allowed");
    assertThat(caller(tv, LOCAL)).isNotNull();
    assertThat(house.session(tv).alive()).isTrue();
  }

  @Test
  void given_a_session_in_use_when_it_is_confirmed_then_the_provider_is_asked_once_a_minute_R19() {
    String tv = house.signIn("ada");
    Caller caller = caller(tv, LOCAL);
    house.provider.questions = 0;

    house.callerResolver.confirmed(caller, LOCAL);
    house.clock.pass(Duration.ofMinutes(1));
    house.callerResolver.confirmed(caller, LOCAL);
    house.callerResolver.confirmed(caller, LOCAL);

    assertThat(house.provider.questions).isEqualTo(1);
  }

  @Test
  void given_a_session_in_use_when_the_provider_forgot_it_then_it_is_over_R19() {
    String tv = house.signIn("ada");
    Caller caller = caller(tv, LOCAL);
    house.provider.tokens.clear();
    house.clock.pass(Duration.ofMinutes(1));

    assertThat(refused(() -> house.callerResolver.confirmed(caller, LOCAL)).code())
        .isEqualTo(ErrorCode.JELLYFIN_SESSION_EXPIRED);
  }

  @Test
  void given_a_session_in_use_when_another_proxy_ended_it_then_it_is_over_R19() {
    String tv = house.signIn("ada");
    Caller caller = caller(tv, LOCAL);
    house.store.end(caller.sessionId(), Session.End.REVOKED, house.clock.instant());

    assertThat(refused(() -> house.callerResolver.confirmed(caller, LOCAL)).details())
        .containsEntry("reason", "revoked");
  }

  @Test
  void given_a_session_in_use_when_the_provider_does_not_answer_then_it_lasts_R19() {
    String tv = house.signIn("ada");
    Caller caller = caller(tv, LOCAL);
    house.provider.away = true;
    house.clock.pass(Duration.ofMinutes(5));

    assertThat(house.callerResolver.confirmed(caller, LOCAL)).isEqualTo(caller);
  }
}
