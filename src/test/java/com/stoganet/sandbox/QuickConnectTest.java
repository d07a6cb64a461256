package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuickConnectTest {
  private static final String DEVICE =
      "MediaBrowser Client=\"c\", Version=\"1\", DeviceId=\"qc-1\", Device=\"TV\"";

  private SandboxJellyfin jellyfin;
  private SandboxClient television;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    television = SandboxClient.anonymous(jellyfin).sending(DEVICE);
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void signsInOnceApproved() {
    JsonObject attempt = television.post("/QuickConnect/Initiate", "").json();
    String secret = attempt.getString("Secret");
    String code = attempt.getString("Code");
    assertThat(secret).matches("[0-9A-F]{64}");
    assertThat(code).matches("\\d{6}");
    assertThat(connect(secret).json().getBoolean("Authenticated")).isFalse();
    assertThat(exchange(secret).status()).isEqualTo(404);

    SandboxClient demo = SandboxClient.as(jellyfin, "demo");
    assertThat(demo.post("/QuickConnect/Authorize?code=" + code, "").text()).isEqualTo("true");
    assertThat(demo.post("/QuickConnect/Authorize?code=" + code, "").status()).isEqualTo(500);
    assertThat(connect(secret).json().getBoolean("Authenticated")).isTrue();

    String token = exchange(secret).json().getString("AccessToken");
    assertThat(exchange(secret).json().getString("AccessToken")).isEqualTo(token);
    assertThat(SandboxClient.withToken(jellyfin, token).get("/Users/Me").json().getString("Name"))
        .isEqualTo("demo");
    assertThat(jellyfin.lastDeviceIdOf("demo")).contains("qc-1");
  }

  @Test
  void anApiKeyApprovesForAnyUserButNotForNobody() {
    String code = television.post("/QuickConnect/Initiate", "").json().getString("Code");
    SandboxClient key = SandboxClient.withApiKey(jellyfin);
    String approve = "/QuickConnect/Authorize?code=" + code;
    assertThat(key.post(approve, "").status()).isEqualTo(400);
    String kid = jellyfin.users().idOf("kid");
    assertThat(SandboxClient.as(jellyfin, "demo").post(approve + "&userId=" + kid, "").status())
        .isEqualTo(403);
    assertThat(key.post(approve + "&userId=" + kid, "").status()).isEqualTo(200);
    assertThat(key.post("/QuickConnect/Authorize?code=x&userId=" + kid, "").status())
        .isEqualTo(404);
  }

  @Test
  void refusesWhatIsIncompleteUnknownOrDisabled() {
    assertThat(SandboxClient.anonymous(jellyfin).post("/QuickConnect/Initiate", "").status())
        .isEqualTo(400);
    assertThat(connect("x").status()).isEqualTo(404);
    assertThat(connect("x").text()).isEqualTo("\"Unknown secret\"");
    assertThat(television.get("/QuickConnect/Initiate").status()).isEqualTo(405);
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(television.get("/QuickConnect/Initiate").status()).isEqualTo(200);

    jellyfin.users().setQuickConnect(false);
    assertThat(television.get("/QuickConnect/Enabled").text()).isEqualTo("false");
    assertThat(television.post("/QuickConnect/Initiate", "").status()).isEqualTo(401);
    assertThat(connect("x").text()).isEqualTo("\"Quick connect is disabled\"");
  }

  @Test
  void codesSurviveThatQuickConnectIsSwitchedOffAndOn() {
    String secret = television.post("/QuickConnect/Initiate", "").json().getString("Secret");
    jellyfin.users().setQuickConnect(false);
    jellyfin.users().setQuickConnect(true);
    assertThat(connect(secret).status()).isEqualTo(200);

    jellyfin.users().forgetQuickConnectCodes();
    assertThat(connect(secret).status()).isEqualTo(404);
  }

  private Answer connect(String secret) {
    return television.get("/QuickConnect/Connect?secret=" + secret);
  }

  private Answer exchange(String secret) {
    return television.post(
        "/Users/AuthenticateWithQuickConnect", "{\"Secret\":\"" + secret + "\"}");
  }
}
