package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.media.MediaKind;
import java.util.List;

/** A request to Seerr, which looks up the TVDB number itself. */
public class SeerrRequest {
  public String mediaType;
  public long mediaId;

  /** Always sent: Seerr compares it to find earlier requests. */
  public boolean is4k;

  /** Season numbers, or the word all, which leaves out the specials; null for a movie. */
  public Object seasons;

  static SeerrRequest of(RequestedScope scope) {
    SeerrRequest request = new SeerrRequest();
    request.mediaType = scope.id().kind().text();
    request.mediaId = scope.id().number();
    if (scope.id().kind() == MediaKind.TV) {
      List<Integer> numbers = scope.seasons().stream().sorted().toList();
      request.seasons = numbers.isEmpty() ? "all" : numbers;
    }
    return request;
  }
}
