package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Guid;
import java.util.List;

/** Pictures of a title: at a public address, and at one that needs the server's key. */
final class Covers {
  private static final String PUBLIC = "https://image.example.org/t/p/original/";

  private Covers() {}

  static String remote(String kind, int number, String type) {
    return PUBLIC + kind + "-" + number + "-" + type + ".jpg";
  }

  /** Of a title that is kept. */
  static List<Dto> kept(String urlBase, int id, String poster, String fanart) {
    String local = urlBase + "/MediaCover/" + id + "/";
    return List.of(
        cover("poster", local + "poster.jpg?lastWrite=638294004510842666", poster),
        cover("fanart", local + "fanart.jpg?lastWrite=638294004510842666", fanart));
  }

  /** Of a title that is not: the local address is a throw-away one. */
  static List<Dto> offered(String urlBase, String poster, String fanart) {
    String local = urlBase + "/MediaCoverProxy/";
    return List.of(
        cover("poster", local + Guid.of(poster) + "/poster.jpg", poster),
        cover("fanart", local + Guid.of(fanart) + "/fanart.jpg", fanart));
  }

  /** Sonarr of the series of an episode, Radarr in its calendar: at the public address only. */
  static List<Dto> remote(String poster, String fanart) {
    return List.of(cover("poster", null, poster), cover("fanart", null, fanart));
  }

  private static Dto cover(String type, String url, String remoteUrl) {
    return new Dto().put("coverType", type).put("url", url).put("remoteUrl", remoteUrl);
  }
}
