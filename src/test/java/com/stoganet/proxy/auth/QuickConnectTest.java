package com.stoganet.proxy.auth;

import static com.stoganet.proxy.auth.Household.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuickConnectTest {

  private final Household home = new Household();
  private final Codes codes = new Codes();
  private final QuickConnect quickConnect =
      new QuickConnect(
          codes, home.quickConnects, home.issuer, home.store, home.termination, home.clock);

  @Test
  void given_a_code_when_its_eleven_minutes_are_over_then_nobody_asks_the_provider_again() {
    String inTime = quickConnect.start("TV", HOME).pollToken();
    home.clock.pass(QuickConnect.LIFE.plusSeconds(59));
    assertThat(quickConnect.poll(inTime, HOME)).isEmpty();
    int questions = codes.questions;

    home.clock.pass(Duration.ofSeconds(1));
    over(inTime);
    assertThat(codes.questions).isEqualTo(questions);
    home.clock.pass(Duration.ofMillis(1));
    home.cleanup.tidy();
    assertThat(home.quickConnects.count()).isZero();
  }

  @Test
  void given_an_impatient_app_when_it_polls_then_the_provider_is_asked_once_in_a_while() {
    String token = quickConnect.start("TV", HOME).pollToken();
    for (int i = 0; i < 50; i++) {
      assertThat(quickConnect.poll(token, HOME)).isEmpty();
    }
    assertThat(codes.questions).isEqualTo(1);
  }

  @Test
  void given_a_thousand_codes_when_one_more_is_wanted_then_it_has_to_wait() {
    for (int i = 0; i < 1_000; i++) {
      quickConnect.start("TV", HOME);
    }
    ApiException full =
        catchThrowableOfType(ApiException.class, () -> quickConnect.start("TV", HOME));
    assertThat(full.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(full.retryAfterSeconds()).isPositive();

    home.clock.pass(QuickConnect.LIFE.plusMinutes(2));
    home.cleanup.tidy();
    assertThat(quickConnect.start("TV", HOME).code()).isNotEmpty();
  }

  @Test
  void given_an_approved_code_when_polled_then_the_tokens_come_once() {
    QuickConnect.Started started = quickConnect.start("TV", HOME);
    codes.approve(started.code(), null);

    assertThat(quickConnect.poll(started.pollToken(), HOME)).isPresent();
    over(started.pollToken());
  }

  private void over(String pollToken) {
    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> quickConnect.poll(pollToken, HOME));
    assertThat(failure.status()).isEqualTo(410);
    assertThat(failure.details()).containsEntry("reason", "quick_connect_expired");
  }

  /** A provider whose codes count up. */
  private static final class Codes implements QuickConnectProvider {

    private final Map<String, Boolean> approved = new HashMap<>();
    private int questions;

    @Override
    public Begun begin(Device device) {
      String code = String.format("%06d", approved.size());
      approved.put(code, false);
      return new Begun(code, code);
    }

    @Override
    public State state(String secret) {
      questions++;
      return approved.get(secret) ? State.APPROVED : State.PENDING;
    }

    @Override
    public Optional<Identity> redeem(String secret) {
      return Optional.of(new Identity("j-ada", "ada", false, "token-" + secret));
    }

    @Override
    public boolean approve(String code, Caller caller) {
      return approved.put(code, true) != null;
    }
  }
}
