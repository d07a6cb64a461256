package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestedScope;
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
