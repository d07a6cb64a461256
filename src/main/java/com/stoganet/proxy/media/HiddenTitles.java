package com.stoganet.proxy.media;

import java.time.Instant;
import java.util.Map;

/** Port: what users took off their row of things to go on with. */
public interface HiddenTitles {

  /** Hides a title from now on; hiding it again only changes the time. */
  void hide(String userId, CatalogId title, Instant now);

  /** What the user hid, by catalogue id, and when. */
  Map<String, Instant> of(String userId);
}
