package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.playback.OpenPlay;
import com.stoganet.proxy.playback.OpenPlays;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What plays, kept for the proxy that closes it. */
@ExtendWith(ArquillianExtension.class)
class OpenPlaysIT {

  /** Later than now, so that the proxy of this container takes none of the plays for silent. */
  private static final Instant HEARD =
      Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);

  private static final Instant LATER = HEARD.plusSeconds(60);
  private static final Instant LEASE = LATER.plusSeconds(60);
  private static final JellyfinId ITEM = new JellyfinId(1, 2);
  private static final ClientAddress HOME = new ClientAddress("203.0.113.7", "203.0.113.7");

  @Inject private OpenPlays plays;
  @Inject private SessionStore sessions;
  @Inject private WatchedSources sources;

  @Deployment
  static WebArchive proxy() {
    return RealWar.with(OpenPlaysIT.class);
  }

  @Test
  void given_a_silent_player_when_two_proxies_look_then_one_gets_it_until_its_claim_ends_R01() {
    OpenPlay play = play(session("one"), HEARD);
    plays.put(play);
    assertThat(claims(HEARD, LATER)).as("not silent").doesNotContain(play);

    List<OpenPlays.Claim> first = plays.claim(LATER, LATER, LEASE, 100);

    assertThat(first).extracting(OpenPlays.Claim::play).contains(play);
    assertThat(first.stream().filter(claim -> claim.play().equals(play)).findFirst())
        .get()
        .extracting(claim -> claim.caller().map(Caller::jellyfinToken).orElse(""))
        .isEqualTo("token-of-one");
    assertThat(claims(LATER, LATER)).as("claimed").doesNotContain(play);
    assertThat(claims(LATER, LEASE.plusMillis(1))).as("that proxy died").contains(play);
  }

  @Test
  void given_a_player_heard_again_when_what_it_said_before_is_removed_then_it_stays_R01() {
    Session session = session("two");
    OpenPlay before = play(session, HEARD);
    plays.put(before);
    OpenPlay now = play(session, HEARD.plusSeconds(10));
    plays.put(now);

    plays.remove(before);
    assertThat(plays.of(session.id())).contains(now);

    plays.remove(now);
    assertThat(plays.of(session.id())).isEmpty();
  }

  @Test
  void given_two_devices_of_a_user_when_one_is_closed_then_the_newer_one_is_found_R01() {
    OpenPlay television = play(session("three"), HEARD);
    Session phone = session("three");
    OpenPlay newer = play(phone, HEARD.plusSeconds(10));
    plays.put(television);
    plays.put(newer);
    plays.put(play(session("four"), HEARD.plusSeconds(20)));

    assertThat(plays.newer(phone.user().id(), television)).contains(newer);
    assertThat(plays.newer(phone.user().id(), newer)).isEmpty();
  }

  @Test
  void given_a_version_when_watched_then_the_last_one_is_kept_for_the_user_R37() {
    String user = session("five").user().id();
    sources.watched(user, ITEM, new JellyfinId(3, 4), HEARD);
    sources.watched(user, ITEM, new JellyfinId(5, 6), LATER);

    assertThat(sources.of(user)).containsExactly(Map.entry(ITEM, new JellyfinId(5, 6)));
    assertThat(sources.of("another")).isEmpty();
  }

  private List<OpenPlay> claims(Instant silentSince, Instant now) {
    return plays.claim(silentSince, now, LEASE, 100).stream().map(OpenPlays.Claim::play).toList();
  }

  private static OpenPlay play(Session session, Instant heard) {
    return new OpenPlay(
        session.id(),
        ITEM,
        ITEM,
        90_000,
        OpenPlay.Telling.BEGUN,
        true,
        heard,
        HEARD.minusSeconds(600));
  }

  private Session session(String subject) {
    return sessions.open(
        new Identity("plays-" + subject, subject, false, "token-of-" + subject),
        Device.create("TV", "test"),
        HOME,
        RefreshToken.create(HEARD),
        HEARD);
  }
}
