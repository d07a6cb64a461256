package com.stoganet.sandbox.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.stoganet.launch.ReferenceFiles;
import com.stoganet.sandbox.SchemaCheck;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the sandbox's answers against the OpenAPI document of the real server, and its rules. */
class SeerrContractTest {
  private static final String MOVIE = "{\"mediaType\":\"movie\",\"mediaId\":603,\"is4k\":false}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final SandboxSeerr seerr = SandboxSeerr.start();
  private int user;

  @BeforeEach
  void furnish() {
    seerr.addMovie(603);
    seerr.addMovie(604);
    seerr.addSeries(1396, 5);
    seerr.status("movie", 603, 1);
    seerr.status("tv", 1396, 4);
    user = seerr.addUser("0123456789abcdef0123456789abcdef", SandboxSeerr.REQUEST);
  }

  @AfterEach
  void close() {
    seerr.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/status, /status",
    "/user, /user?take=1&skip=1",
    "/movie/{movieId}, /movie/603",
    "/movie/{movieId}, /movie/604",
    "/tv/{tvId}, /tv/1396"
  })
  void everyAnswerFitsItsSchema(String template, String path) throws Exception {
    SchemaCheck schemas = schemas();
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(schemas.faultsOf(json(answer.body()), schemas.answerOf("GET", template))).isEmpty();
  }

  @Test
  void theAnswerToARequestFitsItsSchema() throws Exception {
    SchemaCheck schemas = schemas();
    HttpResponse<String> answer = post(MOVIE, Integer.toString(user));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(schemas.faultsOf(json(answer.body()), schemas.answerOf("POST", "/request")))
        .isEmpty();
    assertThat(seerr.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"mediaType\":\"film\",\"mediaId\":603,\"is4k\":false}",
        "{\"mediaType\":\"movie\",\"mediaId\":\"603\",\"is4k\":false}",
        "{\"mediaType\":\"movie\",\"mediaId\":603}",
        "{\"mediaType\":\"tv\",\"mediaId\":1396,\"is4k\":false}",
        "{\"mediaType\":\"tv\",\"mediaId\":1396,\"is4k\":false,\"seasons\":\"1\"}",
        "{\"mediaType\":\"tv\",\"mediaId\":1396,\"is4k\":false,\"seasons\":[\"1\"]}"
      })
  void refusesWhatItsDocumentDoesNotAllow(String body) throws Exception {
    assertThat(post(body, Integer.toString(user)).statusCode()).isEqualTo(400);
    assertThat(seerr.asked()).isEmpty();
  }

  @Test
  void withoutAUserTheOwnerAsksWhichIsNoticed() throws Exception {
    assertThat(post(MOVIE, null).statusCode()).isEqualTo(201);

    assertThat(seerr.asked()).extracting(SeerrRequest::user).containsExactly(1);
    assertThat(seerr.violations()).singleElement().asString().contains("owner");
  }

  @Test
  void aUserWhoDoesNotExistIsRefusedLikeAWrongKey() throws Exception {
    HttpResponse<String> stranger = post(MOVIE, "77");
    seerr.changeKey("another");

    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(json(stranger.body())).containsOnlyKeys("status", "error");
    assertThat(json(post(MOVIE, "1").body())).isEqualTo(json(stranger.body()));
    assertThat(get("/status").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body, String asUser) throws Exception {
    HttpRequest.Builder request = request("/request").POST(BodyPublishers.ofString(body));
    if (asUser != null) {
      request.header("X-API-User", asUser);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(seerr.url() + "/api/v1" + path))
        .header("X-Api-Key", "MTc2NDAwMDAwMDAwMHNhbmRib3gtc2VlcnI");
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static SchemaCheck schemas() throws IOException {
    String yaml = Files.readString(ReferenceFiles.contract("seerr-api.yml"));
    return SchemaCheck.of(json(new ObjectMapper(new YAMLFactory()).readTree(yaml).toString()));
  }
}
