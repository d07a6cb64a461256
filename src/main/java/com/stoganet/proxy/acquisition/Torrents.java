package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.shared.ApiException;
import java.util.Map;

/**
 * Port: a download client for torrents, whose progress is more recent than that of the {@link Arr}.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the download client does not
 * answer.
 */
public interface Torrents {

  /** Whether a download client is configured. */
  boolean configured();

  /** All torrents by their hash in lower case. */
  Map<String, Torrent> all();

  /**
   * Whether the download client has a torrent, for an administrator who waits for the answer: a
   * client that refused the login is asked again.
   *
   * @param hash in lower case
   */
  default boolean has(String hash) {
    return all().containsKey(hash);
  }

  /** Pauses a torrent until {@link #resume}; succeeds when the torrent is gone. */
  void pause(String hash);

  void resume(String hash);
}
