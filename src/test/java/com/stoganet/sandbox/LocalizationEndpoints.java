package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parental ratings, of the United States as on a server that nobody has configured. */
final class LocalizationEndpoints {

  private final ServerState server;

  LocalizationEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/Localization/ParentalRatings", Access.SIGNED_IN, this::parentalRatings);
  }

  private void parentalRatings(Call call) throws IOException {
    List<Dto> ratings = new ArrayList<>();
    ratings.add(new Dto().put("Name", "Unrated"));
    RatingTable.names().forEach(name -> ratings.add(json(name)));
    call.json(ratings);
  }

  /** Jellyfin 10.11: scores, written in other letters than everything else, beside the value. */
  private Dto json(String name) {
    RatingTable.Score score = RatingTable.of(name).orElseThrow();
    Dto json = new Dto().put("Name", name).put("Value", score.score());
    return server.knowsSubScores()
        ? json.put(
            "RatingScore", new Dto().put("score", score.score()).put("subScore", score.sub()))
        : json;
  }
}
