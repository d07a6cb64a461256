package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Everything an evening brings: pages, filters, first screens, single titles and searches. */
final class MixedLoad {
  private static final int KINDS = 10;
  private static final int KNOWN_TITLES = 2_000;
  private static final List<String> FILTERS =
      List.of(
          "/library?limit=40&genre=Drama",
          "/library?limit=40&type=tv",
          "/library?limit=40&year=1990-1999&sort=rating",
          "/library?limit=40&unwatched=true",
          "/library?limit=40&favorite=true",
          "/library?limit=100&sort=added");

  private final List<ProxyUser> users;
  private final List<String> searches;
  private final AtomicReference<String> cursor = new AtomicReference<>("");
  private final ConcurrentLinkedQueue<String> titles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger known = new AtomicInteger();

  /** Of so many requests a second, which may all fall upon one user. */
  MixedLoad(BenchServer stage, int perSecond) {
    users =
        List.of(new ProxyUser(stage, "demo", perSecond), new ProxyUser(stage, "kid", perSecond));
    searches = SearchQueries.of(new JellyfinUser(stage.backend(), "demo"));
    page(users.get(0), 0);
  }

  /** Sends one request; a route that is not there yet is no failure of the load. */
  int send(int number) {
    ProxyUser user = users.get(number / KINDS % users.size());
    Answer answer =
        switch (number % KINDS) {
          case 0, 1, 2, 3 -> page(users.get(0), number);
          case 4, 5 -> user.get(FILTERS.get(number / KINDS % FILTERS.size()));
          case 6 -> user.get("/home");
          case 7 -> user.get(searches.get(number / KINDS % searches.size()));
          default -> title(user);
        };
    return answer.absent() ? 200 : answer.status();
  }

  private Answer page(ProxyUser user, int number) {
    String from = cursor.get();
    String encoded = URLEncoder.encode(from, StandardCharsets.UTF_8);
    String query = from.isEmpty() ? "" : "&cursor=" + encoded;
    Answer answer = user.get("/library?limit=40" + query);
    if (answer.status() == 200) {
      JsonObject page = answer.json();
      boolean last = !page.containsKey("next_cursor") || page.isNull("next_cursor");
      cursor.compareAndSet(from, last ? "" : page.getString("next_cursor"));
      remember(page.getJsonArray("items"), number);
    }
    return answer;
  }

  private void remember(JsonArray items, int number) {
    if (!items.isEmpty() && known.get() < KNOWN_TITLES) {
      known.incrementAndGet();
      titles.add("/library/" + items.getJsonObject(number % items.size()).getString("id"));
    }
  }

  /** One of those seen on pages, in turn. */
  private Answer title(ProxyUser user) {
    String path = titles.poll();
    if (path == null) {
      return user.get("/library?limit=1");
    }
    titles.add(path);
    return user.get(path);
  }
}
