package com.stoganet.it;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every answer that is not a success looks like. */
final class ErrorBody {

  private static final String REQUEST_ID = "[A-Za-z0-9-]{8,64}";

  private ErrorBody() {}

  static ValidatableResponse of(Response response, int status, String code) {
    String id = response.header("X-Request-Id");
    return response
        .then()
        .statusCode(status)
        .contentType(ContentType.JSON)
        .header("X-Request-Id", matchesPattern(REQUEST_ID))
        .body("error.code", equalTo(code))
        .body("error.message", not(emptyString()))
        .body("request_id", equalTo(id));
  }

  /** The same with a reason that programs read. */
  static void of(Response response, int status, String code, String reason) {
    of(response, status, code).body("error.details.reason", equalTo(reason));
  }

  static void naming(String field, Response response) {
    of(response, 400, "validation_failed").body("error.details.field", equalTo(field));
  }
}
