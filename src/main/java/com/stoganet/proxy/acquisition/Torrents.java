package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.shared.ApiException;
import java.util.Map;

/**
 * Port: a download client for torrents, whose progress is more recent than that of its {@link Arr}.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the client does not answer.
 */
public interface Torrents {

  /** Whether there is one. */
  boolean configured();

  /** What it has, by hash in lower case. */
  Map<String, Torrent> all();

  /** Stops one until {@link #resume}; one that is gone is no mistake. */
  void pause(String hash);

  void resume(String hash);
}
