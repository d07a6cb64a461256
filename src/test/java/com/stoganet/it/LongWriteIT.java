package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that read do not wait for a transaction that writes. */
@BlackBox
class LongWriteIT {

  private static final int READS = 10;

  @Test
  void given_a_sign_in_that_waits_to_write_when_others_read_then_they_do_not_wait()
      throws SQLException {
    String token = Proxy.token("demo");
    CompletableFuture<Response> signIn;
    try (Connection lock = Database.lockedForWriting()) {
      signIn = CompletableFuture.supplyAsync(() -> Proxy.login("demo", "demo"));
      for (int i = 0; i < READS; i++) {
        Proxy.withToken(token).get("/requests").then().statusCode(200);
      }
      given().get("/health/ready").then().statusCode(200);
      assertThat(signIn).isNotDone();
      lock.rollback();
    }
    signIn.join().then().statusCode(200);
    // Payara goes on, and says so, when it cannot make a connection one that only reads.
    assertThat(Proxy.log()).doesNotContain("Init SQL");
  }
}
