package com.stoganet.proxy.clients.seerr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Maps users of Jellyfin to users of Seerr; remembers each for five minutes. */
@Service
public class SeerrAccounts {

  private static final int PAGE = 100;
  private static final int ROOM = 10_000;

  private final SeerrConnection seerr;
  private final Cache<String, Integer> numbers;

  @Inject
  public SeerrAccounts(SeerrConnection seerr) {
    this(seerr, Ticker.systemTicker());
  }

  SeerrAccounts(SeerrConnection seerr, Ticker ticker) {
    this.seerr = seerr;
    this.numbers =
        Caffeine.newBuilder()
            .maximumSize(ROOM)
            .expireAfterWrite(Duration.ofMinutes(5))
            .ticker(ticker)
            .build();
  }

  /**
   * The number of the user who signs in to Seerr as this user of Jellyfin.
   *
   * @throws RequestRejectedException when there is none; this is not remembered, since an
   *     administrator may add the user
   * @throws ApiException backend_unavailable when Seerr does not answer
   */
  int numberOf(String jellyfinUserId) {
    String id = plain(jellyfinUserId);
    Integer number = numbers.getIfPresent(id);
    if (number == null) {
      Map<String, Integer> everybody = everybody();
      numbers.putAll(everybody);
      number = everybody.get(id);
    }
    if (number == null) {
      throw new RequestRejectedException(
          "seerr_account_missing", "There is no account for you at the request server.");
    }
    return number;
  }

  /** Forgets the user, so that the next call asks Seerr again. */
  void forget(String jellyfinUserId) {
    numbers.invalidate(plain(jellyfinUserId));
  }

  private Map<String, Integer> everybody() {
    Map<String, Integer> everybody = new HashMap<>();
    SeerrUsers page;
    int read = 0;
    do {
      int skip = read;
      page = seerr.read(api -> api.users(PAGE, skip));
      page.stream()
          .filter(user -> user.jellyfinUserId != null && !user.jellyfinUserId.isBlank())
          .forEach(user -> everybody.putIfAbsent(plain(user.jellyfinUserId), user.id));
      read += page.size();
    } while (page.size() > 0 && read < Math.min(page.total(), ROOM));
    return everybody;
  }

  /** Jellyfin writes its ids without dashes, other programs with them. */
  private static String plain(String id) {
    return id.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
