package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.media.MediaKind;
import java.util.List;

/** What is asked of Seerr; the number at TVDB it finds itself. */
public class SeerrRequest {
  public String mediaType;
  public long mediaId;

  /** Always sent: Seerr compares it to find what was asked for before. */
  public boolean is4k;

  /** Numbers, or the word all, which leaves out the specials; null for a movie. */
  public Object seasons;

  static SeerrRequest of(Wish wish) {
    SeerrRequest request = new SeerrRequest();
    request.mediaType = wish.id().kind().text();
    request.mediaId = wish.id().number();
    if (wish.id().kind() == MediaKind.TV) {
      List<Integer> numbers = wish.seasons().stream().sorted().toList();
      request.seasons = numbers.isEmpty() ? "all" : numbers;
    }
    return request;
  }
}
