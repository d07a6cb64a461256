package com.stoganet.proxy.clients.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.proxy.acquisition.RequestServer.RequestState;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded answers of real servers are read as the client reads them. */
class SeerrFixturesTest {

  private static final Jsonb JSON = TolerantJson.ofPlainNames();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"jellyfinUserId\":\"aa\"}",
        "{\"id\":99999999999,\"jellyfinUserId\":\"aa\"}",
        "{\"id\":-1,\"jellyfinUserId\":\"aa\"}",
        "{\"id\":null,\"jellyfinUserId\":\"aa\"}"
      })
  void given_an_odd_user_when_read_then_it_alone_is_left_out_B05(String odd) {
    String json =
        "{\"pageInfo\":{\"results\":2},\"results\":[%s,{\"id\":1,\"jellyfinUserId\":{}}]}"
            .formatted(odd);
    SeerrUsers users = JSON.fromJson(json, SeerrUsers.class);

    assertThat(users.stream()).singleElement().extracting(user -> user.id).isEqualTo(1);
    assertThat(users.size()).as("where the next page starts").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"status\":99999999999}",
        "{\"status\":\"x\"}",
        "{\"status\":[2]}"
      })
  void given_an_odd_state_when_read_then_the_title_was_not_requested_B05(String odd) {
    SeerrTitle title = JSON.fromJson("{\"mediaInfo\":%s}".formatted(odd), SeerrTitle.class);

    assertThat(title.state()).isEqualTo(RequestState.NOT_REQUESTED);
  }

  @ParameterizedTest
  @CsvSource({
    "pyoverseerr-overseerr-movie.json, APPROVED",
    "pyoverseerr-seerr-movie.json, NOT_REQUESTED",
    "pyoverseerr-seerr-tv.json, APPROVED"
  })
  void given_a_title_of_a_real_server_when_read_then_its_standing_is_known(
      String name, RequestState state) throws IOException {
    assertThat(JSON.fromJson(recorded(name), SeerrTitle.class).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pyoverseerr-overseerr-status.json",
        "pyoverseerr-seerr-status.json",
        "greateye-status.json"
      })
  void given_a_real_server_when_it_introduces_itself_then_it_has_a_version(String name)
      throws IOException {
    assertThat(JSON.fromJson(recorded(name), SeerrStatus.class).version).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pyoverseerr-overseerr-no_access.json", "pyoverseerr-seerr-no_access.json"})
  void given_a_real_refusal_of_the_key_when_read_then_nobody_is_known(String name)
      throws IOException {
    assertThat(unknownCaller(403, recorded(name))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"message\":\"Movie Quota exceeded.\"} | false",
        "403 | {\"message\":\"This media is blocklisted.\"} | false",
        "403 | {\"status\":403,\"error\":\"You do not have permission\"} | true",
        "403 | <html>Forbidden</html> | true",
        "403 | '' | true",
        "401 | {\"message\":\"Unauthorized\"} | true",
        "500 | {\"message\":null} | false",
        "500 | [1] | false"
      })
  void given_a_failure_when_read_then_it_is_told_whether_the_asker_is_known(
      int status, String body, boolean nobody) {
    assertThat(unknownCaller(status, body)).isEqualTo(nobody);
  }

  @Test
  void given_requests_when_written_then_it_is_always_said_that_they_are_not_for_4k() {
    CatalogId.Tmdb series = new CatalogId.Tmdb(MediaKind.TV, 1396);

    assertThat(
            JSON.toJson(
                SeerrRequest.of(RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, 603)))))
        .isEqualTo("{\"is4k\":false,\"mediaId\":603,\"mediaType\":\"movie\"}");
    assertThat(JSON.toJson(SeerrRequest.of(RequestedScope.of(series))))
        .isEqualTo("{\"is4k\":false,\"mediaId\":1396,\"mediaType\":\"tv\",\"seasons\":\"all\"}");
    assertThat(JSON.toJson(SeerrRequest.of(new RequestedScope(series, Set.of(2, 0), Set.of()))))
        .isEqualTo("{\"is4k\":false,\"mediaId\":1396,\"mediaType\":\"tv\",\"seasons\":[0,2]}");
  }

  private static boolean unknownCaller(int status, String body) {
    return SeerrRefusals.unknownCaller(new BackendResponseException("Seerr", status, body));
  }

  private static String recorded(String name) throws IOException {
    return Files.readString(ReferenceFiles.recording("seerr/" + name));
  }
}
