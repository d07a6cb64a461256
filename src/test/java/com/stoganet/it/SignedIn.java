package com.stoganet.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** An app on a device of its own: what it holds after a sign-in, or after the last refresh. */
record SignedIn(String accessToken, String refreshToken) {

  /** A new sign-in of a user whose password is the name. */
  static SignedIn as(String user) {
    return from(Proxy.login(user, user));
  }

  static SignedIn from(Response answer) {
    answer.then().statusCode(200);
    return new SignedIn(answer.path("access_token"), answer.path("refresh_token"));
  }

  RequestSpecification request() {
    return Proxy.withToken(accessToken);
  }

  Response refresh() {
    return refresh(refreshToken);
  }

  static Response refresh(String refreshToken) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("refresh_token", refreshToken))
        .post("/auth/refresh");
  }

  Response logout() {
    return request()
        .contentType(ContentType.JSON)
        .body(Map.of("refresh_token", refreshToken))
        .post("/auth/logout");
  }

  /** The id of this device in the list of devices. */
  String deviceId() {
    return request().get("/auth/devices").path("devices.find { it.current }.id");
  }
}
