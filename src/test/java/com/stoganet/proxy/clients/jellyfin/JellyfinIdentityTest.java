package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.IdentityProvider;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.health.Dependency;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Jellyfin answers, and what it says about tokens and accounts. */
class JellyfinIdentityTest {

  private static final String ANOTHER_KEY = "0f0e0d0c0b0a09080706050403020100";

  private final SandboxJellyfin jellyfin =
      SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  private final RememberedServer remembered = new RememberedServer();
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of("JELLYFIN_URL", jellyfin.url().toString(), "JELLYFIN_API_KEY", jellyfin.apiKey()));
  private JellyfinConnection connection = connection();
  private IdentityProvider provider = provider(connection);

  @AfterEach
  void close() {
    assertThat(jellyfin.violations()).isEmpty();
    jellyfin.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void given_another_server_when_a_token_is_checked_then_that_is_an_outage_R17(boolean setUp) {
    Identity demo = signIn("demo");
    String problem = setUp ? "another server answers" : "is not set up";
    try (SandboxJellyfin other = another(setUp)) {
      connection.version();
      jellyfin.answerAs(other);

      unavailable(() -> provider.profile(demo.token(), demo.subject()));
      unavailable(() -> provider.signOut(demo.token(), demo.subject()));
      unavailable(() -> signIn("kid"));
      assertThat(readiness().problem()).get().asString().contains(problem);
      assertThat(other.requests())
          .as("tokens and passwords are not sent there again and again")
          .filteredOn(JellyfinIdentityTest::secret)
          .hasSize(1);
    }
    jellyfin.answerAs(jellyfin);
    assertThat(readiness().problem()).isEmpty();
    assertThat(provider.profile(demo.token(), demo.subject())).isPresent();
  }

  @Test
  void given_another_server_that_lets_the_user_in_when_signing_in_then_that_is_an_outage_R17() {
    connection.version();
    try (SandboxJellyfin other = another(true)) {
      jellyfin.answerAs(other);
      unavailable(() -> signIn("demo"));
    }
  }

  @Test
  void given_the_database_when_the_proxy_starts_anew_then_it_still_knows_its_server_R17() {
    connection.version();
    connection = connection();
    try (SandboxJellyfin other = another(true)) {
      jellyfin.answerAs(other);

      assertThatThrownBy(connection::version).isInstanceOf(BackendUnavailableException.class);
      assertThat(readiness().problem()).get().asString().contains(other.serverId());
      assertThat(remembered.id).isEqualTo(jellyfin.serverId());
    }
  }

  @Test
  void given_a_server_that_is_not_set_up_when_met_first_then_it_is_not_remembered_R17() {
    try (SandboxJellyfin other = another(false)) {
      jellyfin.answerAs(other);
      assertThatThrownBy(connection::version).hasMessageContaining("is not set up");
      assertThat(remembered.id).isNull();
    }
  }

  @Test
  void given_the_id_in_the_settings_when_another_server_is_wanted_then_it_is_the_right_one_R17() {
    connection.version();
    try (SandboxJellyfin other = another(true)) {
      environment.put("JELLYFIN_SERVER_ID", dashed(other.serverId()));
      connection = connection();
      jellyfin.answerAs(other);

      assertThat(connection.version()).isPresent();
      assertThat(remembered.id).isEqualTo(other.serverId());
      jellyfin.answerAs(jellyfin);
      assertThatThrownBy(connection::version).hasMessageContaining("another server answers");
    }
  }

  static Stream<Arguments> phases() {
    return Stream.of(
            Behaviour.starting(Duration.ofMillis(2_500)),
            Behaviour.starting(Duration.ZERO),
            Behaviour.booting(),
            Behaviour.loading())
        .flatMap(
            phase ->
                Stream.of(JellyfinVersion.values()).map(version -> Arguments.of(version, phase)));
  }

  @ParameterizedTest
  @MethodSource("phases")
  void given_a_jellyfin_that_starts_when_asked_then_each_phase_is_told_R21(
      JellyfinVersion version, Behaviour phase) {
    Identity demo = signIn("demo");
    jellyfin.become(version);
    jellyfin.behave(phase);

    assertThat(readiness().problem()).contains("is starting");
    ApiException failure = unavailable(() -> provider.profile(demo.token(), demo.subject()));
    assertThat(failure.details()).containsEntry("reason", "jellyfin_starting");

    jellyfin.behave(Behaviour.normal());
    assertThat(provider.profile(demo.token(), demo.subject())).isPresent();
  }

  @Test
  void given_a_jellyfin_that_blocks_the_proxy_when_asked_then_that_is_told_apart_R21() {
    jellyfin.behave(Behaviour.blocked());
    assertThat(readiness().problem()).get().asString().contains("refuses connections");
    jellyfin.behave(Behaviour.hanging());
    assertThat(readiness().problem()).contains("does not answer");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_an_account_that_is_locked_out_when_checked_then_its_session_is_not_over_R30(
      JellyfinVersion version) {
    jellyfin.become(version);
    Identity demo = signIn("demo");
    jellyfin.users().lockOut("demo");

    refused(() -> provider.profile(demo.token(), demo.subject()), "account_disabled");
    assertThat(provider.signOut(demo.token(), demo.subject())).isFalse();

    jellyfin.users().enable("demo");
    assertThat(provider.profile(demo.token(), demo.subject())).isPresent();
    assertThat(provider.signOut(demo.token(), demo.subject())).isTrue();
    assertThat(provider.profile(demo.token(), demo.subject())).isEmpty();
    assertThat(provider.signOut(demo.token(), demo.subject())).as("already over").isTrue();
  }

  @Test
  void given_an_account_that_was_deleted_when_checked_then_its_session_is_over_R30() {
    Identity demo = signIn("demo");
    jellyfin.users().delete("demo");

    assertThat(provider.profile(demo.token(), demo.subject())).isEmpty();
    assertThat(provider.signOut(demo.token(), demo.subject())).isTrue();
  }

  @Test
  void given_an_api_key_that_is_refused_when_a_token_is_too_then_the_session_is_not_over_R30() {
    Identity demo = signIn("demo");
    environment.put("JELLYFIN_API_KEY", ANOTHER_KEY);
    provider = provider(connection());
    jellyfin.revokeAllTokens();

    refused(() -> provider.profile(demo.token(), demo.subject()), "account_not_allowed");
    assertThat(provider.signOut(demo.token(), demo.subject())).isFalse();
  }

  @Test
  void given_an_account_outside_its_hours_when_signing_out_then_that_is_tried_again_R31() {
    Identity kid = signIn("kid");
    jellyfin.users().outsideHours("kid", true);

    assertThat(provider.signOut(kid.token(), kid.subject())).isFalse();

    jellyfin.users().outsideHours("kid", false);
    assertThat(provider.signOut(kid.token(), kid.subject())).isTrue();
  }

  @Test
  void given_an_account_outside_its_hours_when_signing_in_then_the_reason_is_known_R33() {
    jellyfin.users().limits("kid").schedule("Weekday", 15, 19.5);
    jellyfin.users().outsideHours("kid", true);

    refusedSignIn("kid", "outside_hours");
  }

  @Test
  void given_an_account_that_may_not_sign_in_when_it_does_then_the_reason_is_known_R34() {
    refusedSignIn("former", "account_disabled");
    jellyfin.users().maximumSessions("demo", 1);
    signIn("demo");
    refusedSignIn("demo", IdentityProvider.TOO_MANY_DEVICES);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_an_account_without_a_password_when_signing_in_then_it_is_let_in_B03(
      JellyfinVersion version) {
    jellyfin.become(version);
    jellyfin.users().emptyPassword("demo");

    assertThat(provider.signIn("demo", "", device()).name()).isEqualTo("demo");
    assertThatThrownBy(() -> provider.signIn("demo", " ", device()))
        .isInstanceOf(ApiException.class);
  }

  private Identity signIn(String name) {
    return provider.signIn(name, name, device());
  }

  private void refusedSignIn(String name, String reason) {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> signIn(name));
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    assertThat(refusal.details()).containsEntry("reason", reason);
  }

  private static void refused(ThrowingCallable call, String reason) {
    ApiException refusal = catchThrowableOfType(ApiException.class, call);
    assertThat(refusal.code()).isEqualTo(ErrorCode.JELLYFIN_SESSION_EXPIRED);
    assertThat(refusal.details()).containsEntry("reason", reason);
  }

  private static ApiException unavailable(ThrowingCallable call) {
    ApiException failure = catchThrowableOfType(ApiException.class, call);
    assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
    assertThat(failure.retryAfterSeconds()).isPositive();
    return failure;
  }

  private Dependency.Condition readiness() {
    return new JellyfinDependency(connection).condition();
  }

  private JellyfinConnection connection() {
    return new JellyfinConnection(settings(), remembered);
  }

  private IdentityProvider provider(JellyfinConnection to) {
    return new JellyfinIdentityProvider(
        to, new JellyfinAccounts(to, settings(), Clock.systemUTC()));
  }

  private Settings settings() {
    return Settings.read(name -> Optional.ofNullable(environment.get(name)));
  }

  private static SandboxJellyfin another(boolean setUp) {
    return SandboxJellyfin.startAnother(
        SandboxJellyfin.Options.defaults().apiKey(ANOTHER_KEY), setUp);
  }

  private static boolean secret(RecordedRequest request) {
    return !request.path().equals("/System/Info/Public");
  }

  private static String dashed(String id) {
    return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static Device device() {
    return Device.create("Test", "test");
  }
}
