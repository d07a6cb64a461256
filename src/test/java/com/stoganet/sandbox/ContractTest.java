package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the sandbox's answers against the OpenAPI documents of the real servers. */
class ContractTest {
  private static final String ALL_FIELDS =
      "fields=Overview,OriginalTitle,SortName,DateCreated,Etag,ProviderIds,Taglines,Tags,"
          + "CanDelete,CanDownload,PrimaryImageAspectRatio,Genres,Studios,People,Chapters,ParentId,"
          + "ChildCount,RecursiveItemCount,Path,MediaSources,MediaSourceCount,MediaStreams,Width,"
          + "Height";

  /** Routes that Jellyfin serves without describing them. */
  private static final Set<String> UNDESCRIBED =
      Set.of(
          "GET /health",
          "GET /Users/{userId}/Items",
          "GET /Users/{userId}/Items/{itemId}",
          "GET /QuickConnect/Initiate",
          "DELETE /Videos/ActiveEncodings");

  /** An operation of the document, and a request to the sandbox that uses it. */
  private record Example(String method, String template, String request, String body) {
    static Example get(String template, String request) {
      return new Example("GET", template, request, null);
    }

    static Example get(String path) {
      return get(path.replaceFirst("\\?.*", ""), path);
    }

    static Example post(String template, String request, String body) {
      return new Example("POST", template, request, body);
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void everyAnswerFitsItsSchema(JellyfinVersion version) throws IOException {
    SchemaCheck schemas = schemas(version);
    List<String> faults = new ArrayList<>();
    try (SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version))) {
      SandboxClient demo = SandboxClient.as(jellyfin, "demo");
      demo.post("/Sessions/Playing", "{\"ItemId\":\"" + Titles.EPISODE + "\"}");
      for (Example example : examples()) {
        Answer answer = demo.send(example.method(), example.request(), example.body());
        JsonObject schema = schemas.answerOf(example.method(), example.template());
        if (answer.status() != 200 || schema == null) {
          faults.add(example.request() + ": status " + answer.status() + ", schema " + schema);
        } else {
          schemas
              .faultsOf(answer.value(), schema)
              .forEach(fault -> faults.add(example.request() + ": " + fault));
        }
      }
      signIns(jellyfin, schemas, faults);
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void everyRouteExists(JellyfinVersion version) throws IOException {
    SchemaCheck schemas = schemas(version);
    Routes routes =
        Endpoints.of(new ServerState(SandboxJellyfin.Options.defaults().version(version)));
    assertThat(routes.all())
        .filteredOn(route -> !schemas.knows(route.method(), documented(route.template())))
        .extracting(route -> route.method() + " " + route.template())
        .allMatch(UNDESCRIBED::contains);
  }

  private static void signIns(SandboxJellyfin jellyfin, SchemaCheck schemas, List<String> faults) {
    SandboxClient device =
        SandboxClient.anonymous(jellyfin)
            .sending("MediaBrowser Client=\"c\", Version=\"1\", DeviceId=\"i\", Device=\"d\"");
    String signIn = "/Users/AuthenticateByName";
    faults.addAll(
        schemas.faultsOf(
            device.post(signIn, "{\"Username\":\"kid\",\"Pw\":\"kid\"}").value(),
            schemas.answerOf("POST", signIn)));
    String initiate = "/QuickConnect/Initiate";
    faults.addAll(
        schemas.faultsOf(device.post(initiate, "").value(), schemas.answerOf("POST", initiate)));
  }

  private static List<Example> examples() {
    String movie = Titles.MOVIE_TWO_VERSIONS;
    String show = "/Shows/" + Titles.SERIES;
    return List.of(
        Example.get("/System/Info/Public"),
        Example.get("/System/Info"),
        Example.get("/System/Ping"),
        Example.get("/Localization/ParentalRatings"),
        Example.get("/Users"),
        Example.get("/Users/Me"),
        Example.get("/Users/Public"),
        Example.get("/Sessions"),
        Example.get("/QuickConnect/Enabled"),
        Example.get("/UserViews?" + ALL_FIELDS),
        Example.get("/Items"),
        Example.get("/Items?recursive=true&" + ALL_FIELDS),
        Example.get("/Items/Latest?" + ALL_FIELDS),
        Example.get("/Items/Filters2"),
        Example.get("/UserItems/Resume?" + ALL_FIELDS),
        Example.get("/Shows/NextUp?" + ALL_FIELDS),
        Example.get("/Genres"),
        Example.get("/Search/Hints?searchTerm=a&recursive=true"),
        Example.get("/Items/{itemId}", "/Items/" + movie),
        Example.get("/Items/{itemId}", "/Items/" + Titles.SERIES),
        Example.get("/Items/{itemId}", "/Items/" + Titles.EPISODE),
        Example.get("/Items/{itemId}", "/Items/" + Titles.COLLECTION),
        Example.get("/Items/{itemId}/Similar", "/Items/" + Titles.MOVIE + "/Similar"),
        Example.get("/Shows/{seriesId}/Seasons", show + "/Seasons?" + ALL_FIELDS),
        Example.get("/Shows/{seriesId}/Episodes", show + "/Episodes?" + ALL_FIELDS),
        Example.get("/MediaSegments/{itemId}", "/MediaSegments/" + Titles.EPISODE),
        Example.get("/UserItems/{itemId}/UserData", "/UserItems/" + movie + "/UserData"),
        Example.get("/Items/{itemId}/PlaybackInfo", "/Items/" + movie + "/PlaybackInfo"),
        Example.post(
            "/Items/{itemId}/PlaybackInfo",
            "/Items/" + movie + "/PlaybackInfo",
            "{\"DeviceProfile\":{},\"EnableDirectPlay\":false}"),
        Example.post(
            "/UserItems/{itemId}/Rating", "/UserItems/" + movie + "/Rating?likes=true", ""),
        Example.post("/UserPlayedItems/{itemId}", "/UserPlayedItems/" + Titles.SERIES, ""),
        Example.post("/UserFavoriteItems/{itemId}", "/UserFavoriteItems/" + movie, ""),
        Example.post("/UserItems/{itemId}/UserData", "/UserItems/" + movie + "/UserData", "{}"));
  }

  /** Names of placeholders differ in one place only. */
  private static String documented(String template) {
    return template
        .replaceFirst(
            "/Videos/\\{itemId}/\\{mediaSourceId}/Subtitles/\\{index}/(?=\\{|S)",
            "/Videos/{routeItemId}/{routeMediaSourceId}/Subtitles/{routeIndex}/")
        .replace("{startPositionTicks}", "{routeStartPositionTicks}")
        .replace("Stream.{format}", "Stream.{routeFormat}");
  }

  private static SchemaCheck schemas(JellyfinVersion version) throws IOException {
    String name = version == JellyfinVersion.V12 ? "12.0.0" : "10.11.0";
    return SchemaCheck.reading(ReferenceFiles.contract("jellyfin-openapi-" + name + ".json"));
  }
}
