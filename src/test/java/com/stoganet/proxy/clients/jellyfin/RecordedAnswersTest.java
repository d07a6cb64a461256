package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.clients.backend.TolerantJson;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every member that the client reads is read in each answer that a real server gave: nothing is
 * left out because it has another type than expected.
 */
class RecordedAnswersTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "recordings", "jellyfin");
  private static final Jsonb JSON = TolerantJson.ofCapitalNames();

  private final List<String> misread = new ArrayList<>();
  private int members;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rec-12.0", "rec-12.0-library",
        "rec-10.11", "rec-10.11-library",
        "rec-10.10", "rec-10.10-library"
      })
  void given_the_answers_of_a_real_server_when_read_then_nothing_that_is_used_is_lost(String folder)
      throws Exception {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        JsonObject recording = recording(file);
        JsonObject answer = recording.containsKey("response") ? response(recording) : recording;
        if (answer.getInt("status") == 200) {
          answer(file.getFileName().toString(), path(recording), answer.get("body"));
        }
      }
    }

    assertThat(misread).as("members that are read otherwise than they were sent").isEmpty();
    assertThat(members).isGreaterThan(1000);
  }

  private void answer(String file, String path, JsonValue body)
      throws ReflectiveOperationException {
    if (body instanceof JsonArray array) {
      Class<?> type = path.contains("/ParentalRatings") ? ParentalRating.class : BaseItem.class;
      Object[] read = (Object[]) JSON.fromJson(body.toString(), type.arrayType());
      compareAll(file, read, array);
    } else if (body instanceof JsonObject object) {
      compare(file, JSON.fromJson(body.toString(), type(path)), object);
    }
  }

  private static Class<?> type(String path) {
    if (path.startsWith("/Items/") && !path.endsWith("/Similar")) {
      return BaseItem.class;
    }
    return switch (path.replaceFirst("^(/User(Favorite|Played)Items/).*", "$1")) {
      case "/Users/AuthenticateByName" -> AuthenticationResult.class;
      case "/Users/Me" -> AuthenticationResult.UserDto.class;
      case "/QuickConnect/Initiate", "/QuickConnect/Connect" -> QuickConnectResult.class;
      case "/System/Info/Public" -> PublicSystemInfo.class;
      case "/UserFavoriteItems/", "/UserPlayedItems/" -> BaseItem.UserData.class;
      default -> ItemPage.class;
    };
  }

  private void compare(String at, Object read, JsonObject sent)
      throws ReflectiveOperationException {
    for (Field field : read.getClass().getFields()) {
      JsonValue value = sent.getOrDefault(wireName(field), JsonValue.NULL);
      if (value != JsonValue.NULL) {
        members++;
        compareValue(at + " " + wireName(field), field.get(read), value);
      }
    }
  }

  private void compareAll(String at, Object[] read, JsonArray sent)
      throws ReflectiveOperationException {
    if (read.length != sent.size()) {
      misread.add(at + " has " + read.length + " elements instead of " + sent.size());
      return;
    }
    for (int i = 0; i < read.length; i++) {
      compareValue(at + "[" + i + "]", read[i], sent.get(i));
    }
  }

  private void compareValue(String at, Object read, JsonValue sent)
      throws ReflectiveOperationException {
    if (read == null) {
      misread.add(at + " is not read: " + sent);
    } else if (sent instanceof JsonArray array) {
      compareAll(at, elements(read), array);
    } else if (sent instanceof JsonObject object && read instanceof Map<?, ?> map) {
      for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
        compareValue(at + "." + entry.getKey(), map.get(entry.getKey()), entry.getValue());
      }
    } else if (sent instanceof JsonObject object) {
      compare(at, read, object);
    } else if (!same(read, sent)) {
      misread.add(at + " is read as " + read + ": " + sent);
    }
  }

  private static Object[] elements(Object read) {
    if (read instanceof List<?> list) {
      return list.toArray();
    }
    Object[] elements = new Object[Array.getLength(read)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Array.get(read, i);
    }
    return elements;
  }

  private static boolean same(Object read, JsonValue sent) {
    if (sent instanceof JsonString text) {
      return text.getString().equals(read);
    }
    return sent instanceof JsonNumber number
        ? read instanceof Number value && value.doubleValue() == number.doubleValue()
        : read.toString().equals(sent.toString());
  }

  private static String wireName(Field field) {
    JsonbProperty property = field.getAnnotation(JsonbProperty.class);
    String name = field.getName();
    return property == null
        ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
        : property.value();
  }

  private static JsonObject response(JsonObject recording) {
    return recording.getJsonObject("response");
  }

  /** Of some recordings the request is one line of text. */
  private static String path(JsonObject recording) {
    return recording.get("request") instanceof JsonObject request
        ? request.getString("path")
        : recording.getString("request").split("[ ?]", 3)[1];
  }

  private static JsonObject recording(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = Json.createReader(text)) {
      return reader.readObject();
    }
  }
}
