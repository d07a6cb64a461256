package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.Requirement;
import com.stoganet.launch.WebBrowser;
import com.stoganet.launch.WebPage;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Live updates. */
@BlackBox
class EventsIT {

  private static final int PER_USER = 10;
  private static final String ID = "[0-9a-f]{8}-[0-9]+";

  @Test
  void given_a_client_that_listens_when_its_user_signs_in_elsewhere_then_it_is_told_at_once()
      throws Exception {
    String user = somebody();
    String stranger = somebody();
    try (EventClient client = listen(SignedIn.as(user));
        EventClient other = listen(SignedIn.as(stranger))) {
      SignedIn elsewhere = SignedIn.as(user);

      EventClient.Event event = client.next("session_started");
      JsonPath data = new JsonPath(event.data());
      assertThat(data.getString("session_id")).isEqualTo(elsewhere.deviceId());
      assertThat(data.getString("device_label")).isEqualTo("Test");
      SignedIn.as(stranger);
      other.next("session_started");
      assertThat(other.types()).as("nothing of others").containsExactly("hello", "session_started");
      assertThat(client.types()).containsExactly("hello", "session_started");
    }
  }

  @Test
  void given_a_television_when_its_code_is_approved_then_the_phone_is_told_of_it()
      throws Exception {
    SignedIn phone = SignedIn.as(somebody());
    Response tv =
        fromAnywhere().queryParam("device_label", "Living room").post("/auth/quick-connect/start");
    try (EventClient client = listen(phone)) {
      phone
          .request()
          .contentType(ContentType.JSON)
          .body(Map.of("code", tv.path("code")))
          .post("/auth/quick-connect/approve")
          .then()
          .statusCode(204);
      Response tokens =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> poll(tv), answer -> answer.statusCode() == 200);

      EventClient.Event event = client.next("session_started");
      assertThat(new JsonPath(event.data()).getString("device_label")).isEqualTo("Living room");
      assertThat(session(event)).isEqualTo(SignedIn.from(tokens).deviceId());
    }
  }

  @Test
  void given_events_when_they_come_then_they_are_as_an_event_source_wants_them_B27()
      throws Exception {
    try (EventClient client =
        listen(SignedIn.as(somebody()), "Accept-Encoding", "gzip", "Origin", Proxy.WEB_PAGE)) {
      assertThat(client.header("Content-Type").replace(" ", ""))
          .isEqualToIgnoringCase("text/event-stream;charset=utf-8");
      assertThat(client.header("Content-Encoding")).isNull();
      assertThat(client.header("Content-Length")).isNull();
      assertThat(client.header("Cache-Control")).isEqualTo("no-store, no-transform");
      assertThat(client.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(client.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(client.header("X-Request-Id")).isNotNull();
      assertThat(client.header("RateLimit-Limit")).isNotNull();
      assertThat(client.header("Access-Control-Allow-Origin")).isEqualTo(Proxy.WEB_PAGE);
      assertThat(client.events()).hasSize(1);
      assertThat(client.lastId()).matches(ID);
      assertThat(client.events().get(0).data()).isEqualTo("{}");
    }
  }

  @Test
  void given_a_client_that_lost_its_connection_when_it_comes_again_then_it_misses_nothing()
      throws Exception {
    String user = somebody();
    SignedIn here = SignedIn.as(user);
    String lastId;
    try (EventClient client = listen(here)) {
      SignedIn.as(user);
      lastId = client.next("session_started").id();
    }
    List<String> missed = List.of(SignedIn.as(user).deviceId(), SignedIn.as(user).deviceId());

    try (EventClient client = listen(here, "Last-Event-ID", lastId)) {
      await().until(() -> client.events().size() == 3);
      assertThat(client.types()).containsExactly("hello", "session_started", "session_started");
      assertThat(client.events().stream().skip(1).map(EventsIT::session)).isEqualTo(missed);
      assertThat(client.events().get(0).id()).isEqualTo(lastId);
      String now = SignedIn.as(user).deviceId();
      await().until(() -> client.events().size() == 4);
      assertThat(session(client.events().get(3))).isEqualTo(now);
      assertThat(client.events()).extracting(EventClient.Event::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void given_an_id_of_another_time_when_it_comes_again_then_it_has_to_read_everything_anew()
      throws Exception {
    String user = somebody();
    SignedIn here = SignedIn.as(user);
    for (String id : List.of("00000000-5", "x", "9".repeat(200))) {
      try (EventClient client = listen(here, "Last-Event-ID", id)) {
        client.next("reset");
        SignedIn.as(user);
        client.next("session_started");
        assertThat(client.types()).containsExactly("hello", "reset", "session_started");
      }
    }
  }

  @Test
  void given_a_ticket_when_its_address_is_opened_then_no_header_is_needed() throws Exception {
    String user = somebody();
    SignedIn here = SignedIn.as(user);
    Response ticket = here.request().post("/events/ticket");
    ticket.then().statusCode(200);
    String url = ticket.path("url");

    assertThat(url).startsWith("http://127.0.0.1:" + Proxy.currentPort() + "/events/");
    assertThat(ticket.<Integer>path("expires_in")).isEqualTo(24 * 3_600);
    for (int time = 0; time < 2; time++) {
      try (EventClient client = EventClient.listen(url, null)) {
        SignedIn.as(user);
        client.next("session_started");
      }
    }
    // The line of a request is written when it is over.
    here.logout().then().statusCode(204);
    String secret = url.replaceFirst(".*/", "");
    await().until(() -> Proxy.log().contains("access GET /events/… 200"));
    assertThat(Proxy.log()).doesNotContain(secret);
  }

  @Test
  void given_tickets_when_used_for_anything_else_then_they_open_nothing() throws Exception {
    SignedIn here = SignedIn.as("demo");
    String events = ticket(here);
    String video =
        here.request()
            .post("/stream/" + Titles.MOVIE + "/ticket")
            .<String>path("url")
            .replaceFirst(".*/play/([^/]+)/.*", "$1");

    for (String wrong : List.of(video, "x", events.replaceFirst("^.", "_"), "%74icket")) {
      Response answer = given().urlEncodingEnabled(false).get("/events/" + wrong);
      ErrorBody.of(answer, 403, "token_invalid", "ticket_invalid");
    }
    ErrorBody.of(
        given().get("/play/" + events + "/" + Titles.MOVIE),
        403,
        "token_invalid",
        "ticket_invalid");
    for (String path : List.of("/library", "/events", "/events/ticket", "/auth/devices")) {
      ErrorBody.of(Proxy.withToken(events).get(path), 401, "token_invalid");
    }
    assertThat(given().urlEncodingEnabled(false).get("/events/../library").statusCode())
        .isIn(400, 401);
  }

  @Test
  void given_a_device_that_signs_out_when_it_listens_then_that_ends_and_others_are_told()
      throws Exception {
    String user = somebody();
    SignedIn leaving = SignedIn.as(user);
    SignedIn staying = SignedIn.as(user);
    String session = leaving.deviceId();
    String url = "/events/" + ticket(leaving);
    try (EventClient client = listen(leaving);
        EventClient ticketed = EventClient.listen(url, null);
        EventClient other = listen(staying)) {
      leaving.logout().then().statusCode(204);

      await().atMost(Duration.ofSeconds(2)).until(() -> client.isOver() && ticketed.isOver());
      assertThat(client.types()).containsExactly("hello");
      assertThat(session(other.next("session_ended"))).isEqualTo(session);
      assertThat(other.isOver()).isFalse();
    }
    ErrorBody.of(given().get(url), 401, "token_invalid", "signed_out");
    ErrorBody.of(leaving.request().get("/events"), 401, "token_invalid", "signed_out");
  }

  @Test
  void given_as_many_listeners_as_one_may_have_when_they_vanish_then_others_may_come()
      throws Exception {
    SignedIn here = SignedIn.as(somebody());
    List<EventClient> clients = new ArrayList<>();
    for (int i = 0; i < PER_USER; i++) {
      clients.add(listen(here));
    }

    Response refused = here.request().get("/events");

    ErrorBody.of(refused, 429, "rate_limited", "too_many_listeners");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    EventClient last = clients.remove(0);
    for (EventClient client : clients) {
      client.close();
    }
    // Comments are the only thing that comes.
    await().atMost(Duration.ofSeconds(25)).until(() -> last.comments() == 1);
    assertThat(last.types()).containsExactly("hello");
    // The first write to a client that is gone still succeeds; the next one does not.
    await()
        .atMost(Duration.ofSeconds(45))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              HttpResponse<InputStream> answer = StreamClient.open("/events", here.accessToken());
              answer.body().close();
              return answer.statusCode() == 200;
            });
    last.close();
  }

  @Test
  void given_anything_else_than_what_there_is_when_asked_then_it_is_an_error_as_everywhere() {
    SignedIn here = SignedIn.as(somebody());

    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      Response answer = here.request().request(method, "/events");
      ErrorBody.of(answer, 405, "validation_failed").header("Allow", "GET");
      ErrorBody.of(given().request(method, "/events/x"), 405, "validation_failed");
    }
    assertThat(here.request().head("/events").statusCode()).isEqualTo(405);
    ErrorBody.of(here.request().get("/events/ticket"), 405, "validation_failed")
        .header("Allow", "POST");
    for (String path : List.of("/events/a/b", "/events/", "/events/ticket/x", "/events/ticket/")) {
      ErrorBody.of(given().get(path), 404, "item_not_found");
    }
    ErrorBody.of(given().get("/events"), 401, "token_invalid");
    ErrorBody.of(given().post("/events/ticket"), 401, "token_invalid");
  }

  @Test
  void given_a_title_that_is_new_when_the_library_has_it_then_everybody_is_told() throws Exception {
    Library library = Proxy.jellyfin().library();
    try (EventClient client = listen(SignedIn.as(somebody()))) {
      String movie = library.addMovie("The Lamp Room", 919_101).id();
      try {
        await().atMost(Duration.ofSeconds(150)).until(() -> client.types().contains("library"));
        assertThat(client.next("library").data()).isEqualTo("{}");
      } finally {
        library.remove(movie);
      }
    }
  }

  @Test
  void given_a_ticket_when_chromium_opens_an_event_source_then_its_page_hears_events()
      throws Exception {
    Requirement.BROWSER.assumeInstalled();
    String user = somebody();
    SignedIn here = SignedIn.as(user);
    String html =
        page()
            .replace("EVENTS_URL", here.request().post("/events/ticket").path("url"))
            .replace("PROXY_URL", "http://127.0.0.1:" + Proxy.currentPort())
            .replace("USER", user);

    String told;
    try (WebPage page = WebPage.serve(URI.create(Proxy.WEB_PAGE).getPort(), html);
        WebBrowser browser = WebBrowser.open(Proxy.WEB_PAGE + "/")) {
      told = page.told(browser);
    }

    JsonPath result = new JsonPath(told);
    assertThat(result.getString("error")).as(told).isNull();
    assertThat(result.getString("label")).isEqualTo("Another tab");
    assertThat(result.getString("id")).matches(ID);
  }

  private static RequestSpecification fromAnywhere() {
    return given().header("X-Forwarded-For", Proxy.anotherAddress());
  }

  private static Response poll(Response tv) {
    return fromAnywhere()
        .contentType(ContentType.JSON)
        .body(Map.of("poll_token", tv.path("poll_token")))
        .post("/auth/quick-connect/poll");
  }

  private static String page() throws Exception {
    try (var in = EventsIT.class.getResourceAsStream("/it/listener.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static EventClient listen(SignedIn device, String... headers) throws Exception {
    return EventClient.listen("/events", device.accessToken(), headers);
  }

  private static String ticket(SignedIn device) {
    return device.request().post("/events/ticket").<String>path("url").replaceFirst(".*/", "");
  }

  private static String session(EventClient.Event event) {
    return new JsonPath(event.data()).getString("session_id");
  }

  /** A user who is signed in nowhere. */
  private static String somebody() {
    String name = "listener-" + Proxy.anotherAddress();
    Proxy.jellyfin().users().create(name);
    return name;
  }
}
