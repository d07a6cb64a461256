package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.io.Closeable;
import java.io.InputStream;

/** Port: where the bytes of a video come from. */
public interface MediaSource {

  /**
   * The file behind an item, if the caller may see the item.
   *
   * @throws ApiException item_not_found, or backend_unavailable when nobody can tell
   */
  MediaFile find(Caller caller, JellyfinId id);

  /**
   * Asks for the bytes.
   *
   * @throws ApiException backend_unavailable when the backend does not answer
   */
  Upstream open(Caller caller, MediaFile file, ByteRequest request);

  /**
   * A file that can be streamed.
   *
   * @param source which version of the item
   * @param container such as mkv; empty when nobody knows
   */
  record MediaFile(JellyfinId id, JellyfinId source, String container) {}

  /**
   * What a client wants of a file.
   *
   * @param headOnly whether it asked with HEAD
   * @param range one byte range, checked; null for the whole file
   * @param ifRange a date; null when there is no condition
   */
  record ByteRequest(boolean headOnly, String range, String ifRange) {}

  /** The backend's answer; closing it drops the connection. */
  interface Upstream extends Closeable {

    int status();

    /** A header of the answer, or null. */
    String header(String name);

    /** The body; empty for HEAD. */
    InputStream body();

    @Override
    void close();
  }
}
