package com.stoganet.proxy.clients.seerr;

import static com.stoganet.sandbox.seerr.SandboxSeerr.AUTO_APPROVE;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stoganet.proxy.acquisition.RequestServer.RequestState;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeerrRequestStateTest {

  private static final String DEMO = "0123456789abcdef0123456789abcdef";
  private static final CatalogId.Tmdb MOVIE = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SERIES = new CatalogId.Tmdb(MediaKind.TV, 1396);

  private final SeerrUnderTest world = new SeerrUnderTest();

  @BeforeEach
  void furnish() {
    world.seerr.addMovie(603);
    world.seerr.addSeries(1396, 3);
  }

  @AfterEach
  void close() {
    assertThat(world.seerr.violations()).isEmpty();
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, NOT_REQUESTED",
    "2, AWAITING_APPROVAL",
    "3, APPROVED",
    "4, APPROVED",
    "5, APPROVED",
    "6, BLOCKLISTED",
    "7, NOT_REQUESTED",
    "8, NOT_REQUESTED"
  })
  void given_a_status_when_asked_then_it_means_what_the_code_of_seerr_means(
      int status, RequestState state) {
    world.seerr.status("movie", 603, status);
    world.seerr.status("tv", 1396, status);

    assertThat(world.server.state(MOVIE)).isEqualTo(state);
    assertThat(world.server.state(SERIES)).isEqualTo(state);
  }

  @Test
  void given_a_title_that_seerr_has_nothing_on_when_asked_then_nobody_requested_it() {
    assertThat(world.server.state(MOVIE)).isEqualTo(RequestState.NOT_REQUESTED);
    assertThat(world.server.state(SERIES)).isEqualTo(RequestState.NOT_REQUESTED);
  }

  @Test
  void given_an_answer_when_asked_within_ten_seconds_then_it_is_remembered_for_this_title() {
    world.server.state(MOVIE);
    world.seerr.status("movie", 603, 6);
    world.seerr.status("tv", 1396, 2);
    world.pass(Duration.ofSeconds(9));

    assertThat(world.server.state(MOVIE)).isEqualTo(RequestState.NOT_REQUESTED);
    assertThat(world.server.state(SERIES)).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(world.seerr.calls()).containsExactly("GET /api/v1/movie/603", "GET /api/v1/tv/1396");

    world.pass(Duration.ofSeconds(2));
    assertThat(world.server.state(MOVIE)).isEqualTo(RequestState.BLOCKLISTED);
  }

  @Test
  void given_a_request_when_taken_then_its_standing_is_known_at_once() {
    world.seerr.addUser(DEMO, REQUEST | AUTO_APPROVE);
    world.server.state(MOVIE);

    world.server.ask(DEMO, RequestedScope.of(MOVIE));

    assertThat(world.server.state(MOVIE)).isEqualTo(RequestState.APPROVED);
  }

  @Test
  void given_a_number_that_tmdb_does_not_know_when_asked_then_seerr_cannot_tell() {
    assertFails("seerr_failing", new CatalogId.Tmdb(MediaKind.MOVIE, 999));
  }

  @Test
  void given_titles_that_seerr_fails_over_when_asked_for_many_then_others_are_still_answered() {
    IntStream.range(1, 20)
        .forEach(n -> assertFails("seerr_failing", new CatalogId.Tmdb(MediaKind.TV, n)));

    assertThat(world.server.state(MOVIE)).isEqualTo(RequestState.NOT_REQUESTED);
  }

  @Test
  void given_another_key_when_asked_then_it_is_the_keys_fault() {
    world.seerr.changeKey("another");

    assertFails("seerr_credentials", MOVIE);
  }

  @Test
  void given_answers_that_are_not_seerrs_when_asked_then_they_make_no_sense() {
    world.seerr.answerWith("<html>Sign in</html>");

    assertThatThrownBy(() -> world.server.state(MOVIE))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.status()).isEqualTo(502);
              assertThat(failure.details()).containsEntry("reason", "seerr_nonsense");
            });
  }

  @Test
  void given_a_seerr_that_hangs_when_asked_then_nobody_waits_for_more_than_two_seconds() {
    world.seerr.delay(Duration.ofMinutes(1));
    long start = System.nanoTime();

    assertFails("seerr_unreachable", MOVIE);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(3_500));
  }

  @Test
  void
      given_a_seerr_that_was_out_of_order_five_times_when_asked_then_it_is_left_alone_for_a_while() {
    world.seerr.failWith(503);
    for (int n = 0; n < 5; n++) {
      assertFails("seerr_failing", MOVIE);
    }
    world.seerr.failWith(0);

    assertFails("seerr_unreachable", MOVIE);
    assertThat(world.seerr.calls()).hasSize(5);

    await()
        .atMost(Duration.ofSeconds(5))
        .ignoreExceptions()
        .until(() -> world.server.state(MOVIE) == RequestState.NOT_REQUESTED);
    assertThat(world.seerr.calls()).hasSize(6);
  }

  @Test
  void given_no_seerr_in_the_settings_when_asked_then_there_is_none() {
    SeerrConnection none = new SeerrConnection(Settings.read(name -> Optional.empty()));
    SeerrRequestServer server = new SeerrRequestServer(none, new SeerrAccounts(none));

    assertThat(server.configured()).isFalse();
    assertThat(world.server.configured()).isTrue();
  }

  private void assertFails(String reason, CatalogId.Tmdb id) {
    assertThatThrownBy(() -> world.server.state(id))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.status()).isEqualTo(503);
              assertThat(failure.details()).containsEntry("reason", reason);
            });
  }
}
