package com.stoganet.proxy.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTicketsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final ClientAddress HOME = new ClientAddress("203.0.113.7", "203.0.113.7");
  private static final Caller ADA =
      new Caller(
          "00000000-0000-4000-8000-000000000001",
          "00000000-0000-4000-8000-000000000002",
          "a1",
          false,
          "secret");
  private static final Settings SETTINGS =
      Settings.read(
          name ->
              Optional.ofNullable(
                  Map.of(
                          "JWT_SIGNING_KEY", "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo",
                          "PROXY_BASE_URL", "https://proxy.test/tv")
                      .get(name)));

  @Test
  void given_a_ticket_when_opened_within_a_day_then_it_is_who_asked_for_it() {
    EventAddress address = at(NOW).issue(ADA);

    assertThat(address.expiresIn()).isEqualTo(86_400);
    assertThat(address.url()).matches("https://proxy\\.test/tv/events/[A-Za-z0-9_-]{98}");
    assertThat(address).hasToString("EventAddress[expiresIn=86400]");
    assertThat(at(NOW.plus(Duration.ofDays(1))).callerOf(ticket(address), HOME)).isEqualTo(ADA);
  }

  @Test
  void given_a_ticket_when_it_is_older_than_a_day_then_that_is_told() {
    String ticket = ticket(at(NOW).issue(ADA));
    EventTickets later = at(NOW.plus(Duration.ofDays(1)).plusSeconds(1));

    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> later.callerOf(ticket, HOME));

    assertThat(refusal.status()).isEqualTo(410);
    assertThat(refusal.details()).containsEntry("reason", "ticket_expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%", "A%s", "%sA"})
  void given_anything_else_when_opened_then_it_is_refused(String text) {
    String wrong = text.replace("%s", ticket(at(NOW).issue(ADA)));

    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> at(NOW).callerOf(wrong, HOME));

    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.details()).containsEntry("reason", "ticket_invalid");
  }

  private static String ticket(EventAddress address) {
    return address.url().replaceFirst(".*/", "");
  }

  private static EventTickets at(Instant now) {
    return new EventTickets(SETTINGS, new OnlyAda(), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Knows one session. */
  private static final class OnlyAda extends CallerResolver {

    OnlyAda() {
      super(null, null, null, null, null, null);
    }

    @Override
    public Caller ofSession(String sessionId, String userId, ClientAddress from) {
      assertThat(sessionId).isEqualTo(ADA.sessionId());
      assertThat(userId).isEqualTo(ADA.userId());
      return ADA;
    }
  }
}
