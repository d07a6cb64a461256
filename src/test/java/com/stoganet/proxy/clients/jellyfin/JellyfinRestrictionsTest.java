package com.stoganet.proxy.clients.jellyfin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Limits;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JellyfinRestrictionsTest {

  private static final Optional<RatingScore> PG = Optional.of(score(10, 0));

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

    assertThat(cap(caller("kid"))).isEqualTo(PG);
    assertThat(cap(caller("demo"))).isEmpty();
    assertThat(restrictions.score("PG")).isEqualTo(PG);
    int second = version == JellyfinVersion.V10_10 ? 0 : 1;
    assertThat(restrictions.score("tv-ma")).hasValue(score(17, second));
    assertThat(restrictions.score(" G ")).hasValue(score(0, 0));
    assertThat(restrictions.score("Unrated")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "FSK-", "Not Rated", "NR", "Something", "A-B"})
  void given_no_certification_that_jellyfin_knows_when_asked_then_there_is_no_score(String name) {
    assertThat(restrictions.score(name)).isEmpty();
  }

  @Test
  void given_an_age_when_asked_then_it_is_its_own_score() {
    assertThat(restrictions.score("12")).hasValue(score(12, 0));
    assertThat(restrictions.score("21")).hasValue(score(21, 0));
  }

  @Test
  void given_a_cap_when_a_parent_changes_it_then_it_counts_within_a_minute() {
    Caller kid = caller("kid");
    cap(kid);
    jellyfin.users().maximumRating("kid", 7);
    pass(Duration.ofSeconds(59));
    assertThat(cap(kid)).isEqualTo(PG);

    pass(Duration.ofSeconds(1));

    assertThat(cap(kid)).hasValue(score(7, 0));
  }

  @Test
  void given_a_user_without_a_cap_when_a_parent_sets_one_then_it_counts_within_a_minute() {
    Caller demo = caller("demo");
    assertThat(cap(demo)).isEmpty();
    jellyfin.users().maximumRating("demo", 13);

    pass(Duration.ofSeconds(60));

    assertThat(cap(demo)).hasValue(score(13, 0));
  }

  @Test
  void given_a_jellyfin_that_is_away_when_asked_then_the_cap_is_good_for_five_minutes() {
    Caller kid = caller("kid");
    cap(kid);
    jellyfin.goDown();
    pass(Duration.ofSeconds(100));
    assertThat(cap(kid)).isEqualTo(PG);
    pass(Duration.ofSeconds(199));
    assertThat(cap(kid)).isEqualTo(PG);

    pass(Duration.ofSeconds(1));

    assertAway(() -> cap(kid));
    jellyfin.comeBack();
    assertThat(cap(kid)).isEqualTo(PG);
  }

  @Test
  void given_a_jellyfin_in_trouble_when_many_ask_then_it_is_tried_every_five_seconds() {
    Caller kid = caller("kid");
    cap(kid);
    jellyfin.behave(Behaviour.failing(500));
    jellyfin.clearRequests();
    pass(Duration.ofSeconds(61));

    cap(kid);
    cap(kid);
    assertThat(jellyfin.requests()).hasSize(1);

    pass(Duration.ofSeconds(5));
    cap(kid);
    assertThat(jellyfin.requests()).hasSize(2);
  }

  @Test
  void given_nothing_remembered_when_jellyfin_is_away_then_nobody_is_taken_for_grown_up() {
    Caller kid = caller("kid");
    jellyfin.goDown();

    assertAway(() -> cap(kid));
    assertAway(() -> restrictions.score("PG"));
  }

  @Test
  void given_a_session_that_ended_when_asked_then_what_is_remembered_does_not_hide_it() {
    Caller kid = caller("kid");
    cap(kid);
    jellyfin.revokeAllTokens();
    pass(Duration.ofSeconds(61));

    assertThatThrownBy(() -> cap(kid))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.JELLYFIN_SESSION_EXPIRED));
    assertThat(cap(caller("kid"))).isEqualTo(PG);
  }

  @Test
  void given_a_user_on_two_devices_when_asked_then_jellyfin_is_asked_once() {
    cap(caller("kid"));
    cap(caller("kid"));
    cap(caller("demo"));

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

    assertAway(() -> cap(caller("kid")));
  }

  @ParameterizedTest
  @CsvSource({
    "FSK-12, 12, 0",
    "DE-16, 16, 0",
    "pg-13, 13, 0",
    "US:R / DE:16, 17, 0",
    "US:NC-17, 17, 1"
  })
  void given_a_certification_of_another_country_when_asked_then_it_has_the_score_of_jellyfin(
      String name, int score, int sub) {
    assertThat(restrictions.score(name)).hasValue(score(score, sub));
  }

  static Stream<Consumer<Limits>> limits() {
    return Stream.of(
        limits -> limits.rating(17, null),
        limits -> limits.allowTags("kids"),
        limits -> limits.blockTags("18"),
        limits -> limits.blockUnrated("Book"),
        limits -> limits.schedule("Everyday", 0, 24));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void given_a_user_limited_in_any_way_when_asked_then_they_are_restricted_R28(
      Consumer<Limits> limit) {
    limit.accept(jellyfin.users().limits("demo"));

    assertThat(restrictions.of(caller("demo")).any()).isTrue();
    assertThat(restrictions.of(caller("admin"))).isEqualTo(Restrictions.NONE);
  }

  @Test
  void given_a_user_without_one_library_when_asked_then_they_are_restricted_R28() {
    jellyfin.users().hideLibrary("demo", Titles.LATE_NIGHT_LIBRARY);

    assertThat(restrictions.of(caller("demo")))
        .isEqualTo(new Restrictions(Optional.empty(), Set.of(), true));
  }

  @Test
  void given_unrated_movies_blocked_when_asked_then_only_they_must_be_rated_R28() {
    jellyfin.users().limits("demo").blockUnrated("Movie");
    Restrictions limits = restrictions.of(caller("demo"));

    assertThat(limits.cap(MediaKind.MOVIE)).hasValue(RatingScore.HIGHEST);
    assertThat(limits.cap(MediaKind.TV)).isEmpty();
  }

  @Test
  void given_a_highest_rating_without_a_second_number_when_asked_then_that_is_zero_B38() {
    jellyfin.users().limits("demo").rating(17, null);

    assertThat(cap(caller("demo"))).hasValue(score(17, 0));
    assertThat(score(17, 1)).isGreaterThan(score(17, 0)).isLessThan(score(18, 0));
  }

  @Test
  void given_a_user_who_has_to_be_at_home_when_jellyfin_is_away_then_they_still_have_to_B08() {
    jellyfin.users().limits("demo").remoteAccess(false);
    Caller demo = caller("demo");
    assertThat(restrictions.allowed(demo)).isFalse();
    assertThat(restrictions.allowed(caller("kid"))).isTrue();
    jellyfin.goDown();
    pass(Duration.ofMinutes(4));

    assertThat(restrictions.allowed(demo)).isFalse();
  }

  @Test
  void given_a_token_that_is_refused_when_asked_where_its_user_may_be_then_nothing_is_decided() {
    Caller demo = caller("demo");
    jellyfin.users().lockOut("demo");

    assertThat(restrictions.allowed(demo)).isTrue();
  }

  private Optional<RatingScore> cap(Caller caller) {
    return restrictions.of(caller).cap(MediaKind.MOVIE);
  }

  private static RatingScore score(int score, int sub) {
    return RatingScore.of(score, sub);
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
    return new JellyfinRestrictions(
        new JellyfinConnection(settings, new RememberedServer()), settings, now::get);
  }

  private static void assertAway(Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE));
  }
}
