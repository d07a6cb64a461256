package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Users;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Jellyfin says about its users counts, also after they have signed in. */
@BlackBox
class UpstreamIT {

  private static final String USER = "visitor";

  private Users users;

  @BeforeEach
  void aUserOfItsOwn() {
    users = Proxy.jellyfin().users();
    users.create(USER);
  }

  @AfterEach
  void gone() {
    users.delete(USER);
  }

  @Test
  void given_a_token_that_died_in_jellyfin_when_browsing_then_the_device_is_signed_out() {
    SignedIn device = SignedIn.as(USER);
    users.changePassword(USER, "another", "");

    ErrorBody.of(device.request().get("/home"), 401, "jellyfin_session_expired");

    ErrorBody.of(device.request().get("/auth/devices"), 401, "jellyfin_session_expired");
    ErrorBody.of(device.refresh(), 401, "jellyfin_session_expired");
  }

  @Test
  void given_a_refusal_that_looks_like_a_dead_token_when_jellyfin_knows_it_then_nobody_is_out() {
    SignedIn device = SignedIn.as(USER);
    Proxy.jellyfin().behave(Behaviour.unauthorized().onlyFor(path -> path.startsWith("/Items")));

    ErrorBody.of(device.request().get("/library?sort=title"), 503, "backend_unavailable");
    Proxy.jellyfin().behave(Behaviour.normal());

    await().until(() -> device.request().get("/library").statusCode() == 200);
  }

  @Test
  void given_a_disabled_user_when_the_next_check_is_due_then_every_device_is_out()
      throws SQLException {
    SignedIn refreshing = SignedIn.as(USER);
    SignedIn idle = SignedIn.as(USER);
    Proxy.jellyfin().setDisabled(USER, true);
    checkIsDue(refreshing, idle);

    ErrorBody.of(refreshing.refresh(), 401, "jellyfin_session_expired");
    await()
        .untilAsserted(
            () ->
                ErrorBody.of(idle.request().get("/auth/devices"), 401, "jellyfin_session_expired"));
  }

  @Test
  void given_a_deleted_user_when_one_of_the_same_name_is_made_then_it_can_sign_in_as_another()
      throws SQLException {
    SignedIn before = SignedIn.as(USER);
    String subject = subject(before);
    checkIsDue(before);
    users.delete(USER);
    users.create(USER);

    awaitAnswer(() -> ErrorBody.of(before.refresh(), 401, "jellyfin_session_expired"));
    SignedIn after = SignedIn.as(USER);

    after.request().get("/library").then().statusCode(200);
    assertThat(subject(after)).isNotEqualTo(subject);
  }

  @Test
  void given_a_user_who_becomes_an_administrator_when_refreshing_then_the_token_says_so()
      throws SQLException {
    SignedIn before = SignedIn.as(USER);
    assertThat(groups(before)).containsExactly("user");
    users.setAdministrator(USER, true);
    checkIsDue(before);

    awaitAnswer(
        () -> assertThat(groups(SignedIn.from(before.refresh()))).containsExactly("user", "admin"));

    users.setAdministrator(USER, false);
    checkIsDue(before);
    awaitAnswer(() -> assertThat(groups(SignedIn.from(before.refresh()))).containsExactly("user"));
  }

  @Test
  void given_a_user_outside_their_hours_when_refreshing_then_they_are_out_only_as_long()
      throws SQLException {
    SignedIn device = SignedIn.as(USER);
    users.outsideHours(USER, true);
    checkIsDue(device);

    awaitAnswer(
        () ->
            ErrorBody.of(device.refresh(), 401, "jellyfin_session_expired", "account_not_allowed"));

    users.outsideHours(USER, false);
    device.refresh().then().statusCode(200);
  }

  /** After another test Jellyfin may be left alone for some seconds. */
  private static void awaitAnswer(ThrowingRunnable assertion) {
    await().untilAsserted(assertion);
  }

  /** As if the last check had been long ago. */
  private static void checkIsDue(SignedIn... devices) throws SQLException {
    for (SignedIn device : devices) {
      assertThat(
              Database.change(
                  "update sessions set checked_at = 0 where id = ?",
                  claim(device.accessToken(), "sid")))
          .isEqualTo(1);
    }
  }

  private static String subject(SignedIn device) {
    return (String) claim(device.accessToken(), "sub");
  }

  @SuppressWarnings("unchecked")
  private static List<String> groups(SignedIn device) {
    return (List<String>) claim(device.accessToken(), "groups");
  }

  private static Object claim(String token, String name) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getClaim(name);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
