package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangingUsersTest {
  private SandboxJellyfin jellyfin;
  private Users users;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    users = jellyfin.users();
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void aDeletedUserIsGoneAndTheNextOfThatNameIsSomebodyElse() {
    SandboxClient key = SandboxClient.withApiKey(jellyfin);
    String token = users.signIn("demo", "one");
    String id = users.idOf("demo");

    users.delete("demo");

    assertThat(me(token).status()).isEqualTo(401);
    assertThat(me(token).bytes()).isEmpty();
    assertThat(key.get("/Users/" + id).status()).isEqualTo(404);
    assertThat(signIn("demo", "demo", "one").status()).isEqualTo(401);

    String successor = users.create("demo");

    assertThat(successor).isNotEqualTo(id).matches("[0-9a-f]{32}");
    assertThat(key.get("/Users/" + id).status()).isEqualTo(404);
    assertThat(signIn("demo", "demo", "one").json().getJsonObject("User").getString("Id"))
        .isEqualTo(successor);
    assertThat(me(token).status()).isEqualTo(401);
  }

  @Test
  void aRenamedUserKeepsIdAndTokens() {
    String token = users.signIn("demo", "one");
    String id = users.idOf("demo");

    users.rename("demo", "Démo");

    assertThat(me(token).json().getString("Name")).isEqualTo("Démo");
    assertThat(me(token).json().getString("Id")).isEqualTo(id);
    assertThat(signIn("demo", "demo", "two").status()).isEqualTo(401);
    assertThat(signIn("Démo", "demo", "two").status()).isEqualTo(200);
  }

  @Test
  void administratorsAreMadeAndUnmade() {
    String token = users.signIn("demo", "one");
    String kid = "/Users/" + users.idOf("kid");

    users.setAdministrator("demo", true);
    assertThat(policy(token).getBoolean("IsAdministrator")).isTrue();
    assertThat(SandboxClient.withToken(jellyfin, token).get(kid).status()).isEqualTo(200);

    users.setAdministrator("demo", false);
    assertThat(policy(token).getBoolean("IsAdministrator")).isFalse();
    assertThat(SandboxClient.withToken(jellyfin, token).get(kid).status()).isEqualTo(403);
  }

  @Test
  void aPasswordThatTheUserChangesRevokesTheOtherTokensOfTheUser() {
    String used = users.signIn("demo", "one");
    String other = users.signIn("demo", "two");
    String stranger = users.signIn("kid", "one");

    users.changePassword("demo", "new", used);

    assertThat(me(used).status()).isEqualTo(200);
    assertThat(me(other).status()).isEqualTo(401);
    assertThat(me(stranger).status()).isEqualTo(200);
    assertThat(signIn("demo", "demo", "three").status()).isEqualTo(401);
    assertThat(signIn("demo", "new", "three").status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatAnAdministratorSetsRevokesAllTokensOfTheUser() {
    String token = users.signIn("demo", "one");
    String stranger = users.signIn("kid", "one");

    users.resetPassword("demo", "new");

    assertThat(me(token).status()).isEqualTo(401);
    assertThat(me(stranger).status()).isEqualTo(200);
    assertThat(signIn("demo", "demo", "two").status()).isEqualTo(401);
    assertThat(signIn("demo", "new", "two").status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatAnAdministratorEmptiesRevokesNothing() {
    String token = users.signIn("demo", "one");

    users.emptyPassword("demo");

    assertThat(me(token).status()).isEqualTo(200);
    assertThat(signIn("demo", "demo", "two").status()).isEqualTo(401);
    assertThat(signIn("demo", "", "two").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void wrongPasswordsDisableAnAccountExceptIn10_11_R38(JellyfinVersion version) {
    jellyfin.become(version);
    boolean locks = version != JellyfinVersion.V10_11;
    users.lockoutAfter("demo", 3);
    String token = users.signIn("demo", "one");

    for (int i = 0; i < 3; i++) {
      assertThat(signIn("demo", "wrong", "two").status()).isEqualTo(401);
    }

    assertThat(signIn("demo", "demo", "two").status()).isEqualTo(locks ? 403 : 200);
    assertThat(me(token).status()).isEqualTo(locks ? 401 : 200);
    if (locks) {
      users.enable("demo");
      assertThat(me(token).status()).isEqualTo(200);
      signIn("demo", "wrong", "two");
      assertThat(me(token).status()).as("the count is kept").isEqualTo(401);
    }
  }

  @Test
  void namesAreOfLettersAndFewSigns() {
    assertThat(users.create("Zoë O'Hara-van_d. Berg+1@home")).isNotEmpty();
    assertThatThrownBy(() -> users.create("dom\\anna"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> users.create(" lead")).isInstanceOf(IllegalArgumentException.class);
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(users.create(" lead")).isNotEmpty();
  }

  @Test
  void outsideTheirHoursUsersAreForbiddenEverything() {
    String token = users.signIn("kid", "one");

    users.outsideHours("kid", true);

    assertThat(me(token).status()).isEqualTo(403);
    assertThat(me(token).bytes()).isEmpty();
    assertThat(signIn("kid", "kid", "two").status()).isEqualTo(403);
    assertThat(signIn("kid", "wrong", "two").status()).isEqualTo(403);
    assertThat(SandboxClient.withToken(jellyfin, token).get("/System/Info/Public").status())
        .isEqualTo(200);

    users.outsideHours("kid", false);

    assertThat(me(token).status()).isEqualTo(200);
    assertThat(signIn("kid", "kid", "two").status()).isEqualTo(200);
  }

  @Test
  void noScheduleKeepsAnAdministratorFromWorking() {
    String token = users.signIn("admin", "one");

    users.outsideHours("admin", true);

    assertThat(me(token).status()).isEqualTo(200);
    assertThat(signIn("admin", "admin", "two").status()).isEqualTo(403);
  }

  @Test
  void disablingRevokesTheTokensButLockingOutDoesNot() {
    String token = users.signIn("demo", "one");

    users.lockOut("demo");
    assertThat(me(token).status()).isEqualTo(401);
    assertThat(me(token).bytes()).isEmpty();
    jellyfin.setDisabled("demo", false);
    assertThat(me(token).status()).isEqualTo(200);

    jellyfin.setDisabled("demo", true);
    assertThat(me(token).status()).isEqualTo(401);
    jellyfin.setDisabled("demo", false);
    assertThat(me(token).status()).isEqualTo(401);
    assertThat(me(token).bytes()).isEmpty();
  }

  @Test
  void refusesMoreSessionsThanTheUserMayHave() {
    users.maximumSessions("demo", 2);

    String first = signIn("demo", "demo", "one").json().getString("AccessToken");
    assertThat(signIn("demo", "demo", "two").status()).isEqualTo(200);
    assertThat(signIn("demo", "demo", "three").status()).isEqualTo(403);
    assertThat(signIn("demo", "demo", "two").status()).as("the same device").isEqualTo(403);
    assertThat(signIn("demo", "wrong", "three").status()).isEqualTo(401);
    assertThat(signIn("kid", "kid", "three").status()).isEqualTo(200);

    SandboxClient.withToken(jellyfin, first).post("/Sessions/Logout", "");
    assertThat(signIn("demo", "demo", "three").status()).isEqualTo(200);
  }

  @Test
  void looksLongOnlyAtPasswordsOfNamesThatExist() {
    users.passwordCheckTakes(Duration.ofMillis(400));

    assertThat(millisToRefuse("nobody")).isLessThan(400);
    assertThat(millisToRefuse("demo")).isGreaterThanOrEqualTo(400);
  }

  private long millisToRefuse(String name) {
    long start = System.nanoTime();
    assertThat(signIn(name, "wrong", "one").status()).isEqualTo(401);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private JsonObject policy(String token) {
    return me(token).json().getJsonObject("Policy");
  }

  private Answer me(String token) {
    return SandboxClient.withToken(jellyfin, token).get("/Users/Me");
  }

  private Answer signIn(String name, String password, String deviceId) {
    return SandboxClient.anonymous(jellyfin)
        .sending(
            "MediaBrowser Client=\"test\", Version=\"1\", Device=\"d\", DeviceId=\""
                + deviceId
                + "\"")
        .post(
            "/Users/AuthenticateByName",
            "{\"Username\":\"" + name + "\",\"Pw\":\"" + password + "\"}");
  }
}
