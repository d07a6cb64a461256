package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.Requirement;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class AuditIT {

  private static final Pattern MATCHED = Pattern.compile("(\\d+) matched, (\\d+) missed");

  private static final String USER = "auditor";

  @TempDir Path directory;

  @BeforeEach
  void aUserWhoWasHereBefore() {
    Proxy.jellyfin().users().create(USER);
    SignedIn.as(USER);
  }

  @AfterEach
  void gone() {
    Proxy.jellyfin().users().delete(USER);
  }

  @Test
  void given_a_sign_in_when_it_succeeds_or_fails_then_a_line_says_who_and_from_where() {
    String address = Proxy.anotherAddress();
    String id = "audit-" + UUID.randomUUID();

    login("TV \"1\"", address, id);

    Map<String, Object> entry = awaitEntry(id);
    assertThat(entry)
        .containsEntry("event", "sign_in_failed")
        .containsEntry("address", address)
        .containsEntry("reason", "wrong_credentials")
        .containsEntry("request_id", id)
        .containsEntry("user", USER)
        .containsEntry("device", "TV \"1\"");
    assertThat((String) entry.get("time")).matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
    SignedIn.as("demo").logout();
    await().until(() -> Proxy.log().contains("\"event\":\"session_ended\""));
    assertThat(Proxy.log()).contains("\"event\":\"signed_in\"");
  }

  @Test
  void given_an_address_that_is_locked_when_that_begins_then_it_is_written_down_once() {
    String address = Proxy.anotherAddress();
    for (int i = 0; i < 7; i++) {
      login("TV", address, "audit-" + UUID.randomUUID());
    }

    await().until(() -> entries(address, "locked").size() == 2);
    assertThat(entries(address, "too_many_failures"))
        .singleElement()
        .satisfies(entry -> assertThat(entry).containsEntry("event", "locked_out"));
    assertThat(entries(address, "wrong_credentials")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\",\"event\":\"sign_in_failed\",\"address\":\"192.0.2.66\",\"",
        "x\n"
            + "audit"
            + " {\"time\":\"2026-11-24T00:00:00Z\",\"event\":\"sign_in_failed\",\"address\":\"192.0.2.66\",",
        "x\r\n"
            + "[1/1/26, 0:00:00:000 UTC] 00000001 a I audit"
            + " {\"time\":\"2026-11-24T00:00:00Z\",\"event\":\"sign_in_failed\",\"address\":\"192.0.2.66\",",
        "\u0000\u001b[31m\u2028\u0085"
      })
  void given_a_device_that_wants_to_be_a_line_when_written_down_then_it_stays_a_device(
      String label) {
    String id = "audit-" + UUID.randomUUID();

    login(label, Proxy.anotherAddress(), id);

    String shown = label.strip();
    assertThat(awaitEntry(id))
        .containsEntry("device", shown.substring(0, Math.min(64, shown.length())));
  }

  @Test
  void given_a_name_that_nobody_has_when_written_down_then_it_is_left_out() {
    String id = "audit-" + UUID.randomUUID();

    given()
        .header("X-Forwarded-For", Proxy.anotherAddress())
        .header("X-Request-Id", id)
        .contentType(ContentType.JSON)
        .body(Map.of("username", "my-password-in-the-wrong-field", "password", "wrong"))
        .post("/auth/login");

    assertThat(awaitEntry(id)).doesNotContainKey("user");
    assertThat(Proxy.log()).doesNotContain("my-password-in-the-wrong-field");
  }

  @Test
  void given_the_filter_for_fail2ban_when_it_reads_the_log_then_it_finds_each_failure_only()
      throws IOException, InterruptedException {
    Requirement.FAIL2BAN.assumeInstalled();
    String address = Proxy.anotherAddress();
    for (String label :
        List.of("a", "x\n[1] audit {\"event\":\"sign_in_failed\"", "b".repeat(10_000))) {
      login(label, address, "audit-" + UUID.randomUUID());
    }
    SignedIn.as("demo").logout();
    await().until(() -> entries(address, "wrong_credentials").size() == 3);
    List<String> lines = Proxy.log().lines().toList();
    long failures =
        lines.stream()
            .filter(line -> line.contains("\"event\":\"sign_in_failed\",\"address"))
            .count();
    String output = fail2ban(lines);

    Matcher matched = MATCHED.matcher(output);
    assertThat(matched.find()).as(output).isTrue();
    assertThat(Long.parseLong(matched.group(1))).as(output).isEqualTo(failures).isPositive();
    assertThat(output).doesNotContain("192.0.2.66");
  }

  /** Where it is not UTC, with what each server writes before it and without. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T10:47:09Z", "2026-11-24T10:47:09.643716875Z"})
  void given_a_failure_when_fail2ban_reads_it_in_another_zone_then_it_finds_its_time(String time)
      throws IOException, InterruptedException {
    Requirement.FAIL2BAN.assumeInstalled();
    String line =
        "audit {\"time\":\""
            + time
            + "\",\"event\":\"sign_in_failed\",\"address\":\"192.0.2.7\",\"user\":\"x\"}";

    String output =
        fail2ban(
            List.of(
                line,
                "[11/24/26, 10:47:09:643 UTC] 0000006c com.stoganet.proxy.audit.AuditLog I " + line,
                "[2026-11-24T10:47:09.643+0000] [Payara 6] [INFO] [] [levelValue: 800] " + line),
            "--out",
            "row");

    assertThat(output.lines().filter(row -> row.startsWith("['192.0.2.7'")))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).contains("\t1795517229,"));
  }

  private String fail2ban(List<String> lines, String... options)
      throws IOException, InterruptedException {
    Path log = Files.write(directory.resolve("log"), lines, StandardCharsets.UTF_8);
    List<String> command = new ArrayList<>(List.of("fail2ban-regex"));
    command.addAll(List.of(options));
    command.addAll(List.of(log.toString(), "docs/fail2ban/stoganet.conf"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TZ", "America/New_York");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static void login(String label, String address, String requestId) {
    given()
        .header("X-Forwarded-For", address)
        .header("X-Request-Id", requestId)
        .contentType(ContentType.JSON)
        .body(Map.of("username", USER, "password", "wrong", "device_label", label))
        .post("/auth/login");
  }

  private static Map<String, Object> awaitEntry(String requestId) {
    return await()
        .until(
            () ->
                entries().stream()
                    .filter(entry -> requestId.equals(entry.get("request_id")))
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private static List<Map<String, Object>> entries(String address, String reason) {
    return entries().stream()
        .filter(entry -> address.equals(entry.get("address")) && reason.equals(entry.get("reason")))
        .toList();
  }

  private static List<Map<String, Object>> entries() {
    return Proxy.log()
        .lines()
        .filter(line -> line.contains(" audit {"))
        .map(
            line ->
                JsonPath.from(line.substring(line.indexOf("audit {") + 6))
                    .<Object, Object>getMap(""))
        .map(AuditIT::named)
        .toList();
  }

  private static Map<String, Object> named(Map<Object, Object> entry) {
    return entry.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(each -> (String) each.getKey(), Map.Entry::getValue));
  }
}
