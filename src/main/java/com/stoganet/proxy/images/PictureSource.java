package com.stoganet.proxy.images;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.ApiException;
import java.util.Optional;

/** Port: where pictures come from. */
public interface PictureSource {

  /**
   * Fetches a picture that is at most so wide.
   *
   * @throws ApiException item_not_found, or backend_unavailable when the backend cannot tell
   */
  PictureBytes open(PictureName picture, int width, Format format);

  /** Where clients may fetch it themselves; empty when they cannot. */
  Optional<String> directAddress(PictureName picture, int width);

  /**
   * Which picture it is.
   *
   * @param tag changes when the picture does
   */
  record PictureName(JellyfinId item, Picture.Kind kind, String tag) {}

  /** What a picture is written in. */
  enum Format {
    WEBP,
    JPEG,
    /** For what is transparent, which JPEG cannot be. */
    PNG
  }

  /**
   * A picture as the backend sent it.
   *
   * @param contentType checked: one of a few types of pictures, none that can hold scripts
   */
  record PictureBytes(String contentType, byte[] content) {}
}
