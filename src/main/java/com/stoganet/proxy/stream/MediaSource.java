package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: where the bytes of videos and their subtitles come from. */
public interface MediaSource {

  /**
   * The files behind an item, if the caller may see the item.
   *
   * @throws ApiException item_not_found, or backend_unavailable when the backend cannot tell
   */
  MediaItem find(Caller caller, JellyfinId id);

  /**
   * Looks at a file without reading it.
   *
   * @throws ApiException backend_unavailable when the backend does not answer, or with nonsense
   */
  FileFacts look(MediaFile file);

  /**
   * Opens a file; the first byte is there when this returns, however long a disk takes to wake up.
   *
   * @param range what of it; all of it when empty
   * @throws RangeNotSatisfiableException when the file has none of these bytes
   * @throws ApiException like {@link #look}
   */
  Upstream open(MediaFile file, Optional<ByteRange> range);

  /**
   * A subtitle track as text in UTF-8. The first time may take minutes, since the backend reads the
   * whole file for it.
   *
   * @return at least one byte
   * @throws ApiException item_not_found when the backend has no such track, or like {@link #look}
   */
  byte[] subtitles(MediaFile file, int index, SubtitleFormat format);

  /**
   * Something to play.
   *
   * @param place what tells an episode from others of its series; empty for anything else
   * @param files its versions: those that can be played first, then the default one; may be empty
   * @param runtimeMillis milliseconds; 0 when unknown
   * @param unplayable why no version can be played; empty when one can
   */
  record MediaItem(
      JellyfinId id,
      String place,
      List<MediaFile> files,
      long runtimeMillis,
      Optional<Unplayable> unplayable) {

    boolean has(JellyfinId source) {
      return files.stream().anyMatch(file -> file.source().equals(source));
    }

    /**
     * The version with this id, the default one for null.
     *
     * @throws ApiException item_not_found with a reason when it cannot be played, or with status
     *     403 when the user may not play anything
     */
    MediaFile file(JellyfinId source) {
      unplayable.ifPresent(MediaItem::refuse);
      MediaFile wanted =
          files.stream()
              .filter(file -> source == null || file.source().equals(source))
              .findFirst()
              .orElseThrow(() -> ApiException.itemNotFound("There is no such version."));
      wanted.unplayable().ifPresent(MediaItem::refuse);
      return wanted;
    }

    private static void refuse(Unplayable problem) {
      throw problem == Unplayable.NOT_ALLOWED
          ? ApiException.forbidden(problem.message()).because(problem.text())
          : cannotBePlayed(problem);
    }
  }

  /** The refusal of what cannot be played, however often a client asks. */
  static ApiException cannotBePlayed(Unplayable problem) {
    return ApiException.itemNotFound(problem.message()).because(problem.text());
  }

  /**
   * One version of a video.
   *
   * @param id of the item
   * @param container such as mkv; empty when unknown
   * @param remote whether the backend fetches it from another server
   * @param unplayable why this version cannot be played; empty when it can
   */
  record MediaFile(
      JellyfinId id,
      JellyfinId source,
      String container,
      boolean remote,
      Optional<Unplayable> unplayable,
      List<Subtitle> subtitles) {}

  /**
   * What the backend tells of a file.
   *
   * @param total its length in bytes
   * @param modified when it changed last, to the second; null when unknown
   * @param contentType that of video or audio, or {@code application/octet-stream}
   * @param ranges whether the backend sends parts of it
   */
  record FileFacts(long total, Instant modified, String contentType, boolean ranges) {}

  /** Bytes on their way. One thread at a time may read; any may close. */
  interface Upstream extends Closeable {

    FileFacts facts();

    /** Which bytes come; empty when the whole file does. */
    Optional<ByteRange.Span> part();

    /**
     * Reads what is there, or comes in a moment; 0 when nothing does.
     *
     * @throws IOException when the backend broke off before everything that it announced was there
     */
    int read(byte[] buffer, int length) throws IOException;

    /**
     * Waits until there is something to read.
     *
     * @throws IOException when nothing came for too long, or the backend broke off
     */
    void await() throws IOException;

    /** Drops the connection. */
    @Override
    void close();
  }
}
