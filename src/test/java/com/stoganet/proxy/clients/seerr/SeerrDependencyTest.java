package com.stoganet.proxy.clients.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.health.Dependency.Condition;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeerrDependencyTest {

  private final SeerrUnderTest world = new SeerrUnderTest();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void given_a_seerr_when_asked_then_it_is_well_and_has_a_version() {
    assertThat(conditions())
        .containsExactly(Map.entry("seerr", Condition.ok(Map.of("seerr_version", "3.1.0"))));
  }

  @Test
  void given_no_seerr_in_the_settings_when_asked_then_nothing_is_said() {
    SeerrConnection none = new SeerrConnection(Settings.read(name -> Optional.empty()));

    assertThat(new SeerrDependency(none, Runnable::run, Ticker.systemTicker()).conditions())
        .isEmpty();
  }

  @Test
  void given_a_seerr_with_another_key_when_asked_then_the_setting_is_named() {
    world.seerr.changeKey("another");

    assertProblem("does not accept SEERR_API_KEY");
  }

  @Test
  void given_a_wrong_base_path_when_asked_then_the_setting_is_named() {
    SeerrConnection astray =
        SeerrUnderTest.connection(URI.create(world.seerr.url() + "/wrong"), world.seerr.apiKey());

    assertThat(new SeerrDependency(astray, Runnable::run, Ticker.systemTicker()).conditions())
        .containsExactly(
            Map.entry(
                "seerr", Condition.problem("is not there; SEERR_URL may lack its base path")));
  }

  @Test
  void given_a_server_that_is_no_seerr_when_asked_then_it_says_so() {
    world.seerr.answerWith("<html>Welcome</html>");

    assertProblem("gives answers that are not Seerr's");
  }

  @Test
  void given_an_answer_when_asked_again_then_it_is_remembered_for_fifteen_seconds() {
    world.seerr.goDown();
    assertProblem("does not answer");
    world.seerr.comeBack();
    world.pass(Duration.ofSeconds(14));
    assertProblem("does not answer");

    world.pass(Duration.ofSeconds(2));

    assertThat(conditions().get("seerr").problem()).isEmpty();
  }

  @Test
  void given_a_seerr_that_hangs_when_asked_then_readiness_waits_for_two_seconds() {
    world.seerr.delay(Duration.ofMinutes(1));
    SeerrDependency dependency =
        new SeerrDependency(world.connection, ForkJoinPool.commonPool(), Ticker.systemTicker());
    long start = System.nanoTime();

    assertThat(dependency.conditions())
        .containsExactly(Map.entry("seerr", Condition.problem("does not answer")));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3_000));
  }

  private Map<String, Condition> conditions() {
    return world.dependency.conditions();
  }

  private void assertProblem(String problem) {
    assertThat(conditions()).containsExactly(Map.entry("seerr", Condition.problem(problem)));
  }
}
