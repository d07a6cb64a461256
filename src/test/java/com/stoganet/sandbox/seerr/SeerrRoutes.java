package com.stoganet.sandbox.seerr;

import com.stoganet.sandbox.seerr.SeerrHandler.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes, and the bodies they take and give. */
final class SeerrRoutes {
  private static final String NOW = "2026-02-15T15:38:38.000Z";
  private static final Pattern TITLE = Pattern.compile("/(movie|tv)/([0-9]+)");
  private static final int USERS_BY_DEFAULT = 10;

  private final SeerrRules desk;

  SeerrRoutes(SeerrRules desk) {
    this.desk = desk;
  }

  Reply status() {
    return new Reply(
        200,
        Json.createObjectBuilder()
            .add("version", "3.1.0")
            .add("commitTag", "local")
            .add("updateAvailable", false)
            .add("commitsBehind", 0)
            .add("restartRequired", false)
            .build());
  }

  Reply reply(String method, String route, String query, String body, SeerrUser caller) {
    Matcher title = TITLE.matcher(route);
    if (method.equals("GET") && title.matches()) {
      return title(title.group(1), Long.parseLong(title.group(2)));
    }
    return switch (method + " " + route) {
      case "GET /user" -> users(query == null ? "" : query);
      case "POST /request" -> request(caller, body);
      default -> throw SeerrRefusal.of(404, "not found");
    };
  }

  private Reply users(String query) {
    int take = number(query, "take").orElse(USERS_BY_DEFAULT);
    int skip = number(query, "skip").orElse(0);
    List<SeerrUser> all = desk.users();
    JsonArrayBuilder page = Json.createArrayBuilder();
    all.stream().skip(skip).limit(take).map(SeerrRoutes::user).forEach(page::add);
    return new Reply(
        200,
        Json.createObjectBuilder()
            .add(
                "pageInfo",
                Json.createObjectBuilder()
                    .add("pages", (all.size() + take - 1) / take)
                    .add("pageSize", take)
                    .add("results", all.size())
                    .add("page", (skip + take - 1) / take + 1))
            .add("results", page)
            .build());
  }

  /** Seerr: a title that TMDB does not know is a failure like any other. */
  private Reply title(String kind, long tmdb) {
    if (!desk.knows(kind, tmdb)) {
      throw SeerrRefusal.of(
          500, kind.equals("movie") ? "Unable to retrieve movie." : "Unable to retrieve series.");
    }
    JsonObjectBuilder title = Json.createObjectBuilder().add("id", tmdb);
    desk.status(kind, tmdb).ifPresent(status -> title.add("mediaInfo", media(tmdb, status)));
    return new Reply(200, title.build());
  }

  private Reply request(SeerrUser caller, String body) {
    JsonObject scope = valid(body);
    String kind = scope.getString("mediaType");
    long tmdb = scope.getJsonNumber("mediaId").longValue();
    List<Integer> seasons =
        scope.get("seasons") instanceof JsonString || !scope.containsKey("seasons")
            ? null
            : scope.getJsonArray("seasons").getValuesAs(JsonNumber::intValue);
    SeerrRequest asked = desk.ask(caller, kind, tmdb, seasons);
    return new Reply(
        201,
        Json.createObjectBuilder()
            .add("id", desk.asked().size())
            .add("type", kind)
            .add("status", asked.approved() ? 2 : 1)
            .add("is4k", false)
            .add("createdAt", NOW)
            .add("updatedAt", NOW)
            .add("media", media(tmdb, desk.status(kind, tmdb).orElse(SeerrRules.UNKNOWN)))
            .add("requestedBy", user(caller))
            .build());
  }

  /** Seerr: checks requests against its own document first. */
  private static JsonObject valid(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject scope = reader.readObject();
      boolean tv = "tv".equals(scope.getString("mediaType", ""));
      boolean good =
          (tv || "movie".equals(scope.getString("mediaType", "")))
              && scope.get("mediaId") instanceof JsonNumber
              && JsonValue.FALSE.equals(scope.get("is4k"))
              && (tv ? validSeasons(scope.get("seasons")) : !scope.containsKey("seasons"));
      if (good) {
        return scope;
      }
    } catch (JsonException e) {
      throw SeerrRefusal.of(400, "Unexpected token in JSON");
    }
    throw SeerrRefusal.of(400, "request/body is not valid");
  }

  private static boolean validSeasons(JsonValue seasons) {
    return seasons instanceof JsonString word
        ? word.getString().equals("all")
        : seasons != null
            && seasons.getValueType() == JsonValue.ValueType.ARRAY
            && seasons.asJsonArray().stream().allMatch(JsonNumber.class::isInstance);
  }

  private static JsonObjectBuilder media(long tmdb, int status) {
    return Json.createObjectBuilder()
        .add("id", tmdb)
        .add("tmdbId", tmdb)
        .add("status", status)
        .add("status4k", SeerrRules.UNKNOWN)
        .add("createdAt", NOW)
        .add("updatedAt", NOW);
  }

  private static JsonObjectBuilder user(SeerrUser user) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", user.id())
            .add("email", "user" + user.id() + "@example.org")
            .add("permissions", user.permissions())
            .add("createdAt", NOW)
            .add("updatedAt", NOW);
    return user.jellyfinUserId() == null
        ? json.addNull("jellyfinUserId")
        : json.add("jellyfinUserId", user.jellyfinUserId());
  }

  private static Optional<Integer> number(String query, String name) {
    Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([0-9]+)").matcher(query);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
