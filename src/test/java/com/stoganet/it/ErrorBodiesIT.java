package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class ErrorBodiesIT {

  @Test
  void given_an_unknown_path_when_asked_then_the_body_is_ours() {
    ErrorBody.of(Proxy.as("demo").get("/no/such/path"), 404, "item_not_found");
    ErrorBody.of(Proxy.as("demo").get("/"), 404, "item_not_found");
    ErrorBody.of(Proxy.as("demo").get("/error"), 404, "item_not_found");
    ErrorBody.of(Proxy.as("demo").get("/WEB-INF/web.xml"), 404, "item_not_found");
  }

  @Test
  void given_a_wrong_method_when_asked_then_the_body_is_ours() {
    ErrorBody.of(Proxy.as("demo").delete("/library"), 405, "validation_failed")
        .header("Allow", containsString("GET"));
    ErrorBody.of(given().get("/auth/login"), 405, "validation_failed");
  }

  @Test
  void given_a_wrong_type_of_body_when_sent_then_the_body_is_ours() {
    ErrorBody.of(
        given().contentType(ContentType.TEXT).body("x").post("/auth/login"),
        415,
        "validation_failed");
    ErrorBody.of(
        Proxy.as("demo").accept("application/pdf").get("/library"), 406, "validation_failed");
  }

  @Test
  void given_a_huge_body_when_sent_then_it_is_refused() {
    String body = "{\"username\":\"" + "x".repeat(70_000) + "\",\"password\":\"x\"}";

    ErrorBody.of(
        given().contentType(ContentType.JSON).body(body).post("/auth/login"),
        413,
        "validation_failed");
  }

  @Test
  void given_a_request_id_when_it_is_harmless_then_it_is_kept_and_logged() {
    given()
        .header("X-Request-Id", "my-request-42")
        .get("/healthz")
        .then()
        .header("X-Request-Id", "my-request-42");

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Proxy.log().contains("access GET /healthz 200"));
    assertThat(Proxy.log().lines().filter(line -> line.contains("request_id=my-request-42")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("access GET /healthz 200"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space here", "<script>alert(1)</script>", "a;b;c;d;e"})
  void given_a_request_id_when_it_is_not_harmless_then_a_new_one_is_made(String id) {
    String given = given().header("X-Request-Id", id).get("/healthz").header("X-Request-Id");

    assertThat(given).isNotEqualTo(id).matches("[0-9a-f-]{36}");
  }

  @Test
  void given_a_normal_request_when_it_is_over_then_the_log_has_one_line_more() {
    String token = Proxy.token("demo");
    Proxy.withToken(token).get("/library");
    settled();
    long before = Proxy.log().lines().count();

    String id =
        Proxy.withToken(token)
            .get("/library")
            .then()
            .statusCode(200)
            .extract()
            .header("X-Request-Id");

    Awaitility.await().until(() -> linesOf(id, before).findAny().isPresent());
    // The proxy also works by itself, and says so when Jellyfin was away a moment ago.
    assertThat(linesOf(id, before))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("access GET /library 200"));
  }

  private static Stream<String> linesOf(String requestId, long before) {
    return Proxy.log().lines().skip(before).filter(line -> line.contains(requestId));
  }

  @Test
  void given_any_answer_when_looked_at_then_the_server_does_not_introduce_itself() {
    var headers = given().get("/healthz").headers();

    assertThat(headers.hasHeaderWithName("Server")).isFalse();
    assertThat(headers.hasHeaderWithName("X-Powered-By")).isFalse();
    assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  /** Waits until what was logged before is in the log: it is written behind the answers. */
  private static void settled() {
    String id = UUID.randomUUID().toString();
    given().header("X-Request-Id", id).get("/healthz");
    Awaitility.await().until(() -> Proxy.log().contains(id));
  }
}
