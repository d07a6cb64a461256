package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private SandboxJellyfin jellyfin;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void givesATokenAndDecodesTheDeviceName() {
    Answer answer = signIn("demo", "demo", "one");

    assertThat(answer.status()).isEqualTo(200);
    String token = answer.json().getString("AccessToken");
    assertThat(token).matches("[0-9a-f]{32}");
    assertThat(answer.json().getJsonObject("SessionInfo").getString("DeviceName"))
        .isEqualTo("My café");
    assertThat(SandboxClient.withToken(jellyfin, token).get("/Users/Me").json().getString("Name"))
        .isEqualTo("demo");
    assertThat(jellyfin.lastDeviceIdOf("demo")).contains("one");
    assertThat(jellyfin.violations()).isEmpty();
  }

  @Test
  void theSameDeviceRevokesThePreviousTokenOfThatUserOnly() {
    String first = signIn("demo", "demo", "shared").json().getString("AccessToken");
    String other = signIn("kid", "kid", "shared").json().getString("AccessToken");
    String second = signIn("demo", "demo", "shared").json().getString("AccessToken");

    assertThat(me(first).status()).isEqualTo(401);
    assertThat(me(first).bytes()).isEmpty();
    assertThat(me(second).status()).isEqualTo(200);
    assertThat(me(other).status()).isEqualTo(200);
  }

  @Test
  void refusesBadCredentialsDisabledUsersAndIncompleteHeaders() {
    assertThat(signIn("demo", "wrong", "one").status()).isEqualTo(401);
    assertThat(signIn("nobody", "x", "one").status()).isEqualTo(401);
    assertThat(signIn("former", "former", "one").status()).isEqualTo(403);
    assertThat(signIn("former", "wrong", "one").status()).isEqualTo(403);

    SandboxClient anonymous = SandboxClient.anonymous(jellyfin);
    String body = "{\"Username\":\"demo\",\"Pw\":\"demo\"}";
    assertThat(anonymous.post("/Users/AuthenticateByName", body).status()).isEqualTo(400);
    assertThat(
            anonymous
                .sending("MediaBrowser Client=\"c\", Version=\"1\", DeviceId=\"d\"")
                .post("/Users/AuthenticateByName", body)
                .status())
        .isEqualTo(400);
    assertThat(
            anonymous
                .sending("MediaBrowser client=\"c\", version=\"1\", deviceid=\"d\", device=\"x\"")
                .post("/Users/AuthenticateByName", body)
                .status())
        .as("parameter names are case-sensitive")
        .isEqualTo(400);
  }

  @Test
  void refusesAndRecordsEveryLegacyWay() {
    String token = jellyfin.users().signIn("demo", "one");
    SandboxClient anonymous = SandboxClient.anonymous(jellyfin);

    assertThat(anonymous.get("/Users/Me", "X-Emby-Token", token).status()).isEqualTo(401);
    assertThat(anonymous.get("/Users/Me", "X-MediaBrowser-Token", token).status()).isEqualTo(401);
    assertThat(anonymous.get("/Users/Me?api_key=" + token).status()).isEqualTo(401);
    assertThat(anonymous.sending("Emby Token=\"" + token + "\"").get("/Users/Me").status())
        .isEqualTo(401);
    assertThat(anonymous.get("/Users/Me?ApiKey=" + token).status()).isEqualTo(200);

    assertThat(jellyfin.violations()).hasSize(5);
  }

  @Test
  void signsOutAndRevokes() {
    String token = jellyfin.users().signIn("demo", "one");
    assertThat(SandboxClient.withToken(jellyfin, token).post("/Sessions/Logout", "").status())
        .isEqualTo(204);
    assertThat(me(token).status()).isEqualTo(401);

    String again = jellyfin.users().signIn("demo", "two");
    SandboxClient admin = SandboxClient.withApiKey(jellyfin);
    assertThat(admin.send("DELETE", "/Devices?id=two", null).status()).isEqualTo(204);
    assertThat(me(again).status()).isEqualTo(401);
    assertThat(admin.send("DELETE", "/Devices?id=two", null).status()).isEqualTo(400);
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(admin.send("DELETE", "/Devices?id=two", null).status()).isEqualTo(404);
  }

  @Test
  void anApiKeyBelongsToNobody() {
    SandboxClient key = SandboxClient.withApiKey(jellyfin);
    assertThat(key.get("/Users/Me").status()).isEqualTo(400);
    assertThat(key.get("/Shows/NextUp").status()).isEqualTo(400);
    assertThat(key.get("/UserViews").status()).isEqualTo(400);
    assertThat(key.get("/Items/" + Titles.MOVIE).status()).isEqualTo(400);
    assertThat(key.get("/Items?recursive=true&filters=IsResumable").status()).isEqualTo(500);
    assertThat(key.get("/Users/" + jellyfin.users().idOf("kid")).status()).isEqualTo(200);
    assertThat(key.get("/UserViews?userId=" + jellyfin.users().idOf("kid")).names())
        .containsExactly("Movies", "Shows", "Collections");
  }

  @Test
  void parentalRatingsAreForEverybodyWhoIsSignedIn() {
    String path = "/Localization/ParentalRatings";

    assertThat(SandboxClient.anonymous(jellyfin).get(path).status()).isEqualTo(401);
    assertThat(SandboxClient.withApiKey(jellyfin).get(path).text())
        .contains("{\"Name\":\"Unrated\"}")
        .contains("{\"Name\":\"PG\",\"Value\":10,\"RatingScore\":{\"score\":10,\"subScore\":0}}");
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(SandboxClient.as(jellyfin, "kid").get(path).text())
        .contains("{\"Name\":\"PG\",\"Value\":10}");
  }

  @Test
  void onlyTheKidHasAHighestRating() {
    assertThat(policyOf("kid")).containsEntry("MaxParentalRating", Json.createValue(10));
    assertThat(policyOf("kid")).containsEntry("MaxParentalSubRating", Json.createValue(0));
    assertThat(policyOf("demo")).doesNotContainKeys("MaxParentalRating", "MaxParentalSubRating");
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(policyOf("kid")).containsEntry("MaxParentalRating", Json.createValue(10));
    assertThat(policyOf("kid")).doesNotContainKey("MaxParentalSubRating");
  }

  @Test
  void onlyAdministratorsActForOthers() {
    String kid = jellyfin.users().idOf("kid");
    assertThat(SandboxClient.as(jellyfin, "demo").get("/UserViews?userId=" + kid).status())
        .isEqualTo(403);
    assertThat(SandboxClient.as(jellyfin, "admin").get("/UserViews?userId=" + kid).status())
        .isEqualTo(200);
    assertThat(
            SandboxClient.as(jellyfin, "admin").get("/UserViews?userId=" + Guid.random()).status())
        .isEqualTo(404);
  }

  private JsonObject policyOf(String user) {
    return SandboxClient.as(jellyfin, user).get("/Users/Me").json().getJsonObject("Policy");
  }

  private Answer me(String token) {
    return SandboxClient.withToken(jellyfin, token).get("/Users/Me");
  }

  private Answer signIn(String name, String password, String deviceId) {
    return SandboxClient.anonymous(jellyfin)
        .sending(
            "MediaBrowser Client=\"test\", Version=\"1\", Device=\"My+caf%C3%A9\", DeviceId=\""
                + deviceId
                + "\"")
        .post(
            "/Users/AuthenticateByName",
            "{\"username\":\"" + name + "\",\"pw\":\"" + password + "\"}");
  }
}
