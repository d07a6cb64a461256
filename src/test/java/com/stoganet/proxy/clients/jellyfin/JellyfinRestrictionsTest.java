package com.stoganet.proxy.clients.jellyfin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JellyfinRestrictionsTest {

  private static final OptionalInt PG = OptionalInt.of(10);

  private final SandboxJellyfin jellyfin =
      SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  private final AtomicLong now = new AtomicLong();
  private final JellyfinRestrictions restrictions = restrictions(jellyfin.apiKey());

  @AfterEach
  void close() {
    assertThat(jellyfin.violations()).isEmpty();
    jellyfin.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_any_jellyfin_when_asked_then_caps_and_scores_can_be_compared(JellyfinVersion version) {
    jellyfin.become(version);

    assertThat(restrictions.cap(caller("kid"))).isEqualTo(PG);
    assertThat(restrictions.cap(caller("demo"))).isEmpty();
    assertThat(restrictions.score("PG")).isEqualTo(PG);
    assertThat(restrictions.score("tv-ma")).hasValue(17);
    assertThat(restrictions.score(" G ")).hasValue(0);
    assertThat(restrictions.score("Unrated")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "FSK-12", "Not Rated"})
  void given_no_certification_that_jellyfin_knows_when_asked_then_there_is_no_score(String name) {
    assertThat(restrictions.score(name)).isEmpty();
  }

  @Test
  void given_an_age_when_asked_then_it_is_its_own_score() {
    assertThat(restrictions.score("12")).hasValue(12);
    assertThat(restrictions.score("21")).hasValue(21);
  }

  @Test
  void given_a_cap_when_a_parent_changes_it_then_it_counts_within_a_minute() {
    Caller kid = caller("kid");
    restrictions.cap(kid);
    jellyfin.users().maximumRating("kid", 7);
    pass(Duration.ofSeconds(59));
    assertThat(restrictions.cap(kid)).isEqualTo(PG);

    pass(Duration.ofSeconds(1));

    assertThat(restrictions.cap(kid)).hasValue(7);
  }

  @Test
  void given_a_user_without_a_cap_when_a_parent_sets_one_then_it_counts_within_a_minute() {
    Caller demo = caller("demo");
    assertThat(restrictions.cap(demo)).isEmpty();
    jellyfin.users().maximumRating("demo", 13);

    pass(Duration.ofSeconds(60));

    assertThat(restrictions.cap(demo)).hasValue(13);
  }

  @Test
  void given_a_jellyfin_that_is_away_when_asked_then_the_cap_is_good_for_five_minutes() {
    Caller kid = caller("kid");
    restrictions.cap(kid);
    jellyfin.goDown();
    pass(Duration.ofSeconds(100));
    assertThat(restrictions.cap(kid)).isEqualTo(PG);
    pass(Duration.ofSeconds(199));
    assertThat(restrictions.cap(kid)).isEqualTo(PG);

    pass(Duration.ofSeconds(1));

    assertAway(() -> restrictions.cap(kid));
    jellyfin.comeBack();
    assertThat(restrictions.cap(kid)).isEqualTo(PG);
  }

  @Test
  void given_a_jellyfin_in_trouble_when_many_ask_then_it_is_tried_every_five_seconds() {
    Caller kid = caller("kid");
    restrictions.cap(kid);
    jellyfin.behave(Behaviour.failing(500));
    jellyfin.clearRequests();
    pass(Duration.ofSeconds(61));

    restrictions.cap(kid);
    restrictions.cap(kid);
    assertThat(jellyfin.requests()).hasSize(1);

    pass(Duration.ofSeconds(5));
    restrictions.cap(kid);
    assertThat(jellyfin.requests()).hasSize(2);
  }

  @Test
  void given_nothing_remembered_when_jellyfin_is_away_then_nobody_is_taken_for_grown_up() {
    Caller kid = caller("kid");
    jellyfin.goDown();

    assertAway(() -> restrictions.cap(kid));
    assertAway(() -> restrictions.score("PG"));
  }

  @Test
  void given_a_session_that_ended_when_asked_then_what_is_remembered_does_not_hide_it() {
    Caller kid = caller("kid");
    restrictions.cap(kid);
    jellyfin.revokeAllTokens();
    pass(Duration.ofSeconds(61));

    assertThatThrownBy(() -> restrictions.cap(kid))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.JELLYFIN_SESSION_EXPIRED));
    assertThat(restrictions.cap(caller("kid"))).isEqualTo(PG);
  }

  @Test
  void given_a_user_on_two_devices_when_asked_then_jellyfin_is_asked_once() {
    restrictions.cap(caller("kid"));
    restrictions.cap(caller("kid"));
    restrictions.cap(caller("demo"));

    assertThat(jellyfin.requests()).extracting(RecordedRequest::path).hasSize(2);
  }

  @Test
  void given_scores_when_asked_again_then_they_are_read_once_an_hour() {
    restrictions.score("PG");
    pass(Duration.ofMinutes(59));
    restrictions.score("R");
    assertThat(jellyfin.requests()).hasSize(1);

    pass(Duration.ofMinutes(1));
    restrictions.score("R");

    assertThat(jellyfin.requests()).hasSize(2);
  }

  @Test
  void given_scores_when_jellyfin_is_away_then_they_stay() {
    restrictions.score("PG");
    jellyfin.goDown();
    pass(Duration.ofDays(3));

    assertThat(restrictions.score("PG")).isEqualTo(PG);
  }

  @Test
  void given_an_api_key_that_is_refused_when_scores_are_asked_then_nobody_is_signed_out() {
    JellyfinRestrictions refused = restrictions("0123456789abcdef0123456789abcdee");

    assertAway(() -> refused.score("PG"));
  }

  @Test
  void given_a_user_without_a_policy_when_asked_then_it_is_not_taken_for_no_cap() {
    jellyfin.behave(
        Behaviour.scripted(
            http -> {
              http.getResponseHeaders().set("Content-Type", "application/json");
              byte[] body = "{\"Name\":\"kid\"}".getBytes(UTF_8);
              http.sendResponseHeaders(200, body.length);
              http.getResponseBody().write(body);
              http.close();
            }));

    assertAway(() -> restrictions.cap(caller("kid")));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Caller caller(String user) {
    String token = jellyfin.users().signIn(user, "device-" + now.incrementAndGet());
    return new Caller("session", "our-" + user, jellyfin.users().idOf(user), false, token);
  }

  private JellyfinRestrictions restrictions(String apiKey) {
    Map<String, String> environment =
        Map.of("JELLYFIN_URL", jellyfin.url().toString(), "JELLYFIN_API_KEY", apiKey);
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    return new JellyfinRestrictions(new JellyfinConnection(settings), settings, now::get);
  }

  private static void assertAway(Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE));
  }
}
