package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parental ratings, of the United States as on a server that nobody has configured. */
final class LocalizationEndpoints {

  /** A certification; a negative sub-score is none. */
  private record Rating(String name, int score, int subScore) {}

  private static final List<Rating> RATINGS =
      List.of(
          new Rating("Approved", 0, 0),
          new Rating("G", 0, 0),
          new Rating("TV-G", 0, 0),
          new Rating("TV-Y", 0, 0),
          new Rating("TV-Y7", 7, 0),
          new Rating("TV-Y7-FV", 7, 1),
          new Rating("PG", 10, 0),
          new Rating("PG-13", 13, 0),
          new Rating("TV-PG", 13, 0),
          new Rating("TV-14", 14, 0),
          new Rating("R", 17, 0),
          new Rating("NC-17", 17, 1),
          new Rating("TV-MA", 17, 1),
          new Rating("21", 21, -1),
          new Rating("XXX", 1000, -1),
          new Rating("Banned", 1001, -1));

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
    RATINGS.forEach(rating -> ratings.add(json(rating)));
    call.json(ratings);
  }

  /** Jellyfin 10.11: scores, written in other letters than everything else, beside the value. */
  private Dto json(Rating rating) {
    Dto json = new Dto().put("Name", rating.name()).put("Value", rating.score());
    if (!server.knowsSubScores()) {
      return json;
    }
    return json.put(
        "RatingScore",
        new Dto()
            .put("score", rating.score())
            .put("subScore", rating.subScore() < 0 ? null : rating.subScore()));
  }
}
