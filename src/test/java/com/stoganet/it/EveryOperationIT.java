package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks for every operation of the contract with every kind of credential, so that a new one can be
 * neither forgotten nor open.
 */
@BlackBox
class EveryOperationIT {

  private static final Map<String, String> PATH_VALUES =
      Map.ofEntries(
          Map.entry("{id}", "tmdb:movie:1"),
          Map.entry("{jfId}", "0123456789abcdef0123456789abcdef"),
          Map.entry("{seasonNumber}", "1"),
          Map.entry("{index}", "2"),
          // No signature: what is made up is told so before anything is looked for.
          Map.entry("{signature}", "x"),
          Map.entry("{kind}", "poster"),
          Map.entry("{tag}", "x"),
          Map.entry("{width}", "320"),
          Map.entry("{ticket}", "x"),
          Map.entry("{requestId}", "0"),
          Map.entry("{downloadId}", "radarr-0"),
          Map.entry("{server}", "radarr"));

  /** What a request may come with instead of a good token. */
  enum Credential {
    NONE("token_invalid"),
    EXPIRED("token_expired"),
    FORGED("token_invalid"),
    SESSION_NOBODY_KNOWS("token_invalid"),
    SESSION_THAT_IS_OVER("token_invalid");

    private final String code;

    Credential(String code) {
      this.code = code;
    }

    RequestSpecification request(TokenDraft real) {
      long past = Instant.now().getEpochSecond() - 60;
      return switch (this) {
        case NONE -> given();
        case EXPIRED ->
            Proxy.withToken(real.withClaim("iat", past - 900).withClaim("exp", past).signed());
        case FORGED -> Proxy.withToken(real.signed(Signatures.stranger()));
        case SESSION_NOBODY_KNOWS ->
            Proxy.withToken(
                real.withClaim("sid", '"' + UUID.randomUUID().toString() + '"').signed());
        case SESSION_THAT_IS_OVER -> Proxy.withToken(over);
      };
    }
  }

  /** Who may call an operation, as the contract says. */
  enum Audience {
    EVERYBODY,
    USERS,
    ADMINISTRATORS;

    static Audience of(Operation operation) {
      if (operation.getSecurity() != null && operation.getSecurity().isEmpty()) {
        return EVERYBODY;
      }
      return operation.getExtensions() != null && operation.getExtensions().containsKey("x-roles")
          ? ADMINISTRATORS
          : USERS;
    }
  }

  /** Signing out twice is no mistake. */
  private static final Set<String> WAYS_OUT = Set.of("/auth/logout", "/auth/logout/all");

  private static TokenDraft real;
  private static String over;

  @BeforeAll
  static void signIn() {
    real = TokenDraft.like(Proxy.token("demo"));
    SignedIn device = SignedIn.as("demo");
    over = device.accessToken();
    device.logout().then().statusCode(204);
  }

  /** Method, path, who may ask. */
  static Stream<Arguments> operations() {
    return new OpenAPIV3Parser()
        .read("api/openapi.yaml").getPaths().entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().readOperationsMap().entrySet().stream()
                        .map(
                            operation ->
                                Arguments.of(
                                    operation.getKey().name(),
                                    path.getKey(),
                                    Audience.of(operation.getValue()))));
  }

  /** Whoever may listen gets an answer without an end; EventsIT is about it. */
  static Stream<Arguments> operationsThatEnd() {
    return operations().filter(operation -> !"/events".equals(operation.get()[1]));
  }

  static Stream<Arguments> operationsWithEachCredential() {
    return operations()
        .flatMap(
            operation ->
                Stream.of(Credential.values())
                    .map(
                        credential ->
                            Arguments.of(
                                operation.get()[0],
                                operation.get()[1],
                                operation.get()[2],
                                credential)));
  }

  @ParameterizedTest(name = "{0} {1} {3}")
  @MethodSource("operationsWithEachCredential")
  void given_no_good_token_when_asked_then_only_open_operations_look_any_further(
      String method, String path, Audience audience, Credential credential) {
    Response answer = ask(credential.request(real), method, path);

    if (audience == Audience.EVERYBODY) {
      assertThat(answer.statusCode()).isNotIn(401, 404, 405);
    } else if (credential == Credential.SESSION_THAT_IS_OVER && WAYS_OUT.contains(path)) {
      assertThat(answer.statusCode()).isIn(204, 400);
    } else {
      ErrorBody.of(answer, 401, credential.code);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsThatEnd")
  void given_a_token_when_asked_then_somebody_is_responsible(
      String method, String path, Audience audience) {
    Response answer = ask(Proxy.as("demo"), method, path);

    assertThat(answer.statusCode()).isNotIn(401, 405, 500);
    assertThat(answer.asString()).doesNotContain("There is no such path");
    if (audience != Audience.ADMINISTRATORS) {
      assertThat(answer.asString()).doesNotContain("administrators_only");
    }
  }

  static Stream<Arguments> operationsForAdministrators() {
    return operations().filter(operation -> operation.get()[2] == Audience.ADMINISTRATORS);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsForAdministrators")
  void given_an_ordinary_user_when_it_is_for_administrators_then_it_is_forbidden(
      String method, String path) {
    Response answer = decide(Proxy.as("demo"), method, path);

    ErrorBody.of(answer, 403, "validation_failed");
    assertThat(answer.<String>path("error.details.reason")).isEqualTo("administrators_only");
    assertThat(decide(Proxy.as("admin"), method, path).statusCode()).isEqualTo(404);
  }

  private static Response decide(RequestSpecification request, String method, String path) {
    // Payara refuses a DELETE with a body.
    RequestSpecification complete =
        "POST".equals(method)
            ? request.contentType(ContentType.JSON).body("{\"reason\":\"No.\"}")
            : request;
    return complete.request(method, concrete(path));
  }

  private static String concrete(String path) {
    String concrete = path;
    for (Map.Entry<String, String> value : PATH_VALUES.entrySet()) {
      concrete = concrete.replace(value.getKey(), value.getValue());
    }
    return concrete;
  }

  private static Response ask(RequestSpecification request, String method, String path) {
    String concrete = concrete(path);
    if (path.startsWith("/webhooks/")) {
      // Its own secret instead of a token; WebhookIT is about it.
      request.header("X-Webhook-Secret", Proxy.WEBHOOK_SECRET);
    }
    RequestSpecification complete =
        Set.of("POST", "PUT").contains(method)
            ? request.contentType(ContentType.JSON).body("{}")
            : request;
    return complete.request(method, concrete);
  }
}
