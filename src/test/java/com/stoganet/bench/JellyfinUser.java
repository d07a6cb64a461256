package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Somebody who is signed in at the sandbox Jellyfin itself, past the proxy. */
final class JellyfinUser {
  private static final String DEVICE =
      "MediaBrowser Client=\"bench\", Version=\"1\", DeviceId=\"bench\", Device=\"bench\"";

  private final Backend backend;
  private final String id;
  private final String authorization;

  JellyfinUser(Backend backend, String name) {
    this.backend = backend;
    JsonObject signedIn =
        Http.postJson(
                backend.url() + "/Users/AuthenticateByName",
                Json.createObjectBuilder().add("Username", name).add("Pw", name).build(),
                "Authorization",
                DEVICE)
            .json();
    id = signedIn.getJsonObject("User").getString("Id");
    authorization = "MediaBrowser Token=\"" + signedIn.getString("AccessToken") + "\"";
  }

  /** What the first page of /library is made of. */
  Answer firstPage() {
    return get(
        "/Items?userId="
            + id
            + "&recursive=true&includeItemTypes=Movie,Series&collapseBoxSetItems=false"
            + "&isMissing=false&sortBy=SortName&limit=40&fields=Overview,ProviderIds,Genres");
  }

  Answer get(String pathAndQuery) {
    return Http.get(backend.url() + pathAndQuery, "Authorization", authorization);
  }
}
