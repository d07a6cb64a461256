package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.PostgresServer;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Requirement;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two proxies on one PostgreSQL are one proxy to everybody. */
class PostgresIT {

  /** After it what one proxy ended is over at the other. */
  private static final Duration KNOWN = Duration.ofSeconds(6);

  private static PostgresServer postgres;
  private static SandboxJellyfin jellyfin;
  private static Node one;
  private static Node other;

  @BeforeAll
  static void start() throws InterruptedException {
    Requirement.POSTGRESQL.assumeInstalled();
    postgres = PostgresServer.start();
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    Map<String, String> settings =
        Settings.onPostgres(
            Settings.of(jellyfin, Ports.free(), Proxy.freshDatabase("postgres")), postgres);
    // The first one has to wait for its database.
    postgres.stop();
    one = Node.start("postgres-one", settings);
    await().atMost(Proxy.START_PATIENCE).until(() -> Readiness.status(one.port) == 503);
    ErrorBody.of(one.login("demo"), 503, "backend_unavailable");
    postgres.resume();
    other = Node.start("postgres-other", settings);
    one.awaitReady();
    other.awaitReady();
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable started : new AutoCloseable[] {one, other, jellyfin, postgres}) {
      if (started != null) {
        started.close();
      }
    }
  }

  @Test
  void given_a_sign_in_at_one_proxy_when_browsing_at_the_other_then_it_counts() {
    SignedIn device = SignedIn.from(one.login("demo"));

    assertThat(other.browse(device).statusCode()).isEqualTo(200);
  }

  @Test
  void given_a_refresh_at_one_proxy_when_repeated_at_the_other_then_the_successor_is_the_same() {
    SignedIn device = SignedIn.from(one.login("demo"));

    SignedIn first = SignedIn.from(one.refresh(device));
    SignedIn second = SignedIn.from(other.refresh(device));

    assertThat(second.refreshToken())
        .isEqualTo(first.refreshToken())
        .isNotEqualTo(device.refreshToken());
  }

  @Test
  void given_one_token_when_both_proxies_refresh_it_at_once_then_there_is_one_successor()
      throws Exception {
    SignedIn device = SignedIn.from(one.login("demo"));

    List<Response> answers =
        atOnce(
            IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).refresh(device))
                .toList());

    assertThat(answers.stream().map(answer -> SignedIn.from(answer).refreshToken()).distinct())
        .hasSize(1);
  }

  @Test
  void given_a_new_user_when_signing_in_at_both_proxies_at_once_then_all_get_in() throws Exception {
    jellyfin.users().create("newcomer");

    List<Response> answers =
        atOnce(
            IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(
                    i -> () -> (i % 2 == 0 ? one : other).login("newcomer"))
                .toList());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
  }

  @Test
  void given_a_sign_out_at_one_proxy_when_some_seconds_have_passed_then_it_counts_at_the_other() {
    SignedIn device = SignedIn.from(one.login("demo"));
    assertThat(other.browse(device).statusCode()).isEqualTo(200);

    one.logout(device).then().statusCode(204);

    await().atMost(KNOWN).until(() -> other.browse(device).statusCode() == 401);
    ErrorBody.of(other.refresh(device), 401, "token_invalid", "signed_out");
  }

  @Test
  void given_one_address_when_it_guesses_at_both_proxies_then_they_count_together()
      throws SQLException {
    // Both shall be over what another test did to the database.
    await().atMost(Duration.ofSeconds(30)).until(() -> guessed(Proxy.anotherAddress()) < 45);
    String address = Proxy.anotherAddress();

    assertThat(guessed(address)).isBetween(30, 44);

    ErrorBody.of(one.guess(address), 429, "rate_limited");
    ErrorBody.of(other.guess(address), 429, "rate_limited");
    assertThat(rows("id = 'SIGN_IN " + address + "'")).isOne();
  }

  /** How many guesses were answered until one was refused, at the proxies in turn. */
  private static int guessed(String address) {
    int answered = 0;
    while ((answered % 2 == 0 ? one : other).guess(address).statusCode() != 429) {
      answered++;
    }
    return answered;
  }

  @Test
  void given_more_than_there_are_connections_when_all_sign_in_at_once_then_all_get_in()
      throws Exception {
    List<Response> answers =
        atOnce(
            IntStream.range(0, 30)
                .<Callable<Response>>mapToObj(i -> () -> one.login("demo"))
                .toList());

    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
  }

  @Test
  void given_buckets_that_are_full_again_when_a_minute_has_passed_then_they_are_removed()
      throws SQLException {
    one.guess(Proxy.anotherAddress());
    assertThat(rows("true")).isPositive();

    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              one.guess("10.255.255.255");
              return rows("expires_at < " + System.currentTimeMillis()) == 0 && rows("true") < 5;
            });
  }

  private static int rows(String which) throws SQLException {
    try (Connection database = postgres.connect();
        Statement statement = database.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from rate_limits where " + which)) {
      count.next();
      return count.getInt(1);
    }
  }

  @Test
  void given_a_database_that_is_down_when_it_is_needed_then_nobody_is_signed_out() {
    SignedIn device = SignedIn.from(one.login("demo"));
    SignedIn unseen = SignedIn.from(other.login("demo"));
    postgres.stop();
    try {
      for (int i = 0; i < 12; i++) {
        unavailable(one.refresh(device));
        unavailable(one.login("demo"));
        unavailable(one.browse(unseen));
      }
      await().until(() -> Readiness.status(one.port) == 503);
    } finally {
      postgres.resume();
    }

    SignedIn.from(one.refresh(device));
    SignedIn.from(one.login("demo"));
    assertThat(one.browse(unseen).statusCode()).isEqualTo(200);
    await().until(() -> Readiness.status(one.port) == 200);
    assertThat(one.server.output() + other.server.output())
        .doesNotContain(postgres.secrets())
        .contains("The database does not answer");
  }

  @Test
  void given_a_database_that_only_reads_for_a_while_when_it_writes_again_then_the_proxy_does_B22()
      throws Exception {
    SignedIn device = SignedIn.from(one.login("demo"));
    readOnly("on");
    try {
      List<Callable<Response>> refreshes = Collections.nCopies(8, () -> one.refresh(device));
      atOnce(refreshes).forEach(PostgresIT::unavailable);
      assertThat(Readiness.status(one.port)).isEqualTo(503);
    } finally {
      readOnly("off");
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> one.refresh(device).statusCode() == 200);
    assertThat(Readiness.status(one.port)).isEqualTo(200);
  }

  /** For new connections, as after a failover; there are no others afterwards. */
  private static void readOnly(String onOrOff) throws SQLException {
    try (Connection database = postgres.connect();
        Statement statement = database.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute("alter database postgres set default_transaction_read_only = " + onOrOff);
      if ("on".equals(onOrOff)) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = 'postgres' and pid <> pg_backend_pid()");
      }
    }
  }

  private static void unavailable(Response answer) {
    ErrorBody.of(answer, 503, "backend_unavailable")
        .header("Retry-After", matchesPattern("[1-9][0-9]*"));
    assertThat(answer.asString()).doesNotContain(postgres.secrets());
  }

  private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<Response>> answers = callers.invokeAll(calls);
      return answers.stream().map(PostgresIT::result).toList();
    } finally {
      callers.shutdown();
    }
  }

  private static Response result(Future<Response> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of the proxies. */
  private record Node(LibertyServer server, int port) implements AutoCloseable {

    static Node start(String name, Map<String, String> settings) {
      int port = Ports.free();
      Map<String, String> own = new HashMap<>(settings);
      own.put("LISTEN_ADDR", "127.0.0.1:" + port);
      return new Node(LibertyServer.startCopy(name, own), port);
    }

    void awaitReady() throws InterruptedException {
      assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).as(server.output()).isTrue();
    }

    Response login(String user) {
      return json(Map.of("username", user, "password", user)).post("/auth/login");
    }

    /** Counted like any other sign-in, and turned down before Jellyfin is asked. */
    Response guess(String address) {
      return given()
          .baseUri("http://127.0.0.1")
          .basePath("")
          .port(port)
          .header("Connection", "close")
          .header("X-Forwarded-For", address)
          .contentType(ContentType.JSON)
          .body("{}")
          .post("/auth/login");
    }

    Response refresh(SignedIn device) {
      return json(Map.of("refresh_token", device.refreshToken())).post("/auth/refresh");
    }

    Response logout(SignedIn device) {
      return json(Map.of("refresh_token", device.refreshToken()))
          .header("Authorization", "Bearer " + device.accessToken())
          .post("/auth/logout");
    }

    Response browse(SignedIn device) {
      return request().header("Authorization", "Bearer " + device.accessToken()).get("/library");
    }

    private RequestSpecification json(Map<String, String> body) {
      return request().contentType(ContentType.JSON).body(body);
    }

    private RequestSpecification request() {
      // An open connection would keep the server from stopping at once.
      return given()
          .baseUri("http://127.0.0.1")
          .basePath("")
          .port(port)
          .header("X-Forwarded-For", Proxy.anotherAddress())
          .header("Connection", "close");
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
