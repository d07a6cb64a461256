package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Negotiation before playback, and the markers for intros. */
final class PlaybackInfoEndpoints {
  private static final long SECOND = 10_000_000;

  private final ServerState server;

  PlaybackInfoEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/Items/{itemId}/PlaybackInfo", Access.SIGNED_IN, this::info);
    routes.post("/Items/{itemId}/PlaybackInfo", Access.SIGNED_IN, this::info);
    routes.get("/MediaSegments/{itemId}", Access.SIGNED_IN, this::segments);
    routes.delete("/Videos/ActiveEncodings", Access.SIGNED_IN, this::stopEncoding);
  }

  private void info(Call call) throws IOException {
    Body body = Body.of(call.request().body().isBlank() ? "{}" : call.request().body());
    Account user = user(call, body);
    boolean profiled = body.has("DeviceProfile");
    Item item =
        server
            .library
            .find(call.guid("itemId"))
            .filter(found -> server.library.visible(found, user))
            .orElseThrow(() -> Refusal.problem(404));
    // Jellyfin: a profile is matched against the user's rights, so there must be a user.
    if (profiled && user == null) {
      throw Refusal.exception(400);
    }
    probe(item);
    Optional<String> wanted =
        call.query().text("mediaSourceId").or(() -> body.text("MediaSourceId"));
    MediaSourceJson json = new MediaSourceJson(server, user);
    boolean transcode = profiled && !body.flag("EnableDirectPlay").orElse(true);
    List<Dto> sources =
        json.versions(item).stream()
            .filter(version -> wanted.isEmpty() || wanted.get().equals(version.id()))
            .map(version -> source(call, json.source(item, version), version, transcode))
            .toList();
    call.json(
        new Dto()
            .put("MediaSources", sources)
            .put("PlaySessionId", Guid.random())
            .put("ErrorCode", sources.isEmpty() ? "NoCompatibleStream" : null));
  }

  /** Jellyfin: what it has not looked into so far, it looks into now, and keeps what it finds. */
  private static void probe(Item item) {
    Metadata metadata = item.metadata();
    if (metadata.runtimeTicks == null && metadata.probed != null) {
      metadata.runtime(metadata.probed);
    }
  }

  /** Parameters of the query are obsolete, but they win over the body. */
  private static Account user(Call call, Body body) {
    return call.query().has("userId")
        ? call.user()
        : call.user(body.guid("UserId").orElse(Guid.EMPTY));
  }

  /** Jellyfin: the transcoding address contains the caller's token, dashes and lower case. */
  private static Dto source(Call call, Dto source, MediaVersion version, boolean transcode) {
    if (transcode) {
      String token = call.caller().apiKey() ? call.server().apiKey : call.caller().token();
      source
          .put("SupportsDirectPlay", false)
          .put("TranscodingContainer", "ts")
          .put("TranscodingSubProtocol", "hls")
          .put(
              "TranscodingUrl",
              "/videos/"
                  + Guid.dashed(call.guid("itemId"))
                  + "/master.m3u8?MediaSourceId="
                  + version.id()
                  + "&VideoCodec=h264&PlaySessionId="
                  + Guid.random()
                  + "&ApiKey="
                  + token);
    }
    return source;
  }

  /** Episodes begin with an intro of half a minute. */
  private void segments(Call call) throws IOException {
    String id = call.guid("itemId");
    Item item = server.library.find(id).orElseThrow(() -> Refusal.problem(404));
    List<Dto> segments =
        item.type() != ItemType.EPISODE || item.missing()
            ? List.of()
            : List.of(
                new Dto()
                    .put("Id", Guid.of("segment/" + id))
                    .put("ItemId", id)
                    .put("Type", "Intro")
                    .put("StartTicks", 5 * SECOND)
                    .put("EndTicks", 35 * SECOND));
    call.json(Page.result(segments, segments.size(), 0));
  }

  private void stopEncoding(Call call) throws IOException {
    if (!call.query().has("deviceId") || !call.query().has("playSessionId")) {
      throw Refusal.problem(400);
    }
    call.empty(204);
  }
}
