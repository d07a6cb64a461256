package com.stoganet.proxy.clients.jellyfin.bytes;

import com.stoganet.proxy.clients.jellyfin.AuthorizationHeader;
import com.stoganet.proxy.clients.jellyfin.JellyfinConnection;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.images.PictureSource;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Fetches pictures from Jellyfin, which serves them to every client without a check. */
@Service
public class JellyfinPictures implements PictureSource {

  private static final Log LOG = Log.of(JellyfinPictures.class);
  private static final int CONNECT_MILLIS = 3_000;

  /** Jellyfin must read and scale a picture at its first request. */
  private static final int READ_MILLIS = 30_000;

  private static final int MAX_BYTES = 10 * 1024 * 1024;

  /** SVG is not among them, since it can contain scripts. */
  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif");

  /**
   * Limits the threads that a hanging Jellyfin can hold: a page of a client requests many pictures
   * at once.
   */
  private static final int AT_ONCE = 32;

  private static final long PATIENCE_SECONDS = 5;

  private final Settings settings;
  private final JellyfinConnection jellyfin;
  private final Semaphore room = new Semaphore(AT_ONCE);

  @Inject
  public JellyfinPictures(Settings settings, JellyfinConnection jellyfin) {
    this.settings = settings;
    this.jellyfin = jellyfin;
  }

  @Override
  public Optional<String> directAddress(PictureName picture, int width) {
    return Optional.ofNullable(settings.jellyfinPublicUrl())
        .map(base -> address(base, picture, width) + transparent(picture.kind()));
  }

  @Override
  public PictureBytes open(PictureName picture, int width, Format format) {
    String address =
        address(settings.jellyfinUrl(), picture, width) + "&format=" + parameter(format);
    enter();
    try {
      return jellyfin.through(() -> fetch(address));
    } finally {
      room.release();
    }
  }

  /** Without a format, Jellyfin may send a JPEG, in which a transparent logo gets a black box. */
  private static String transparent(Picture.Kind kind) {
    return kind == Picture.Kind.LOGO ? "&format=" + parameter(Format.PNG) : "";
  }

  private void enter() {
    try {
      if (room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ApiException.unavailable("Too many requests for pictures at once.", null);
  }

  private PictureBytes fetch(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      // Open Liberty changes the default to false. Java would then send no-cache headers, and
      // Jellyfin would answer that clients must not cache the picture.
      connection.setUseCaches(true);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setRequestProperty(
          "Authorization", AuthorizationHeader.ofToken(settings.keys().jellyfin()));
      connection.setRequestProperty("Accept", "image/*");
      return answer(connection);
    } catch (IOException e) {
      throw new ProcessingException(e);
    }
  }

  private static PictureBytes answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    String type = type(connection);
    if (status != HttpURLConnection.HTTP_OK || !TYPES.contains(type)) {
      connection.disconnect();
      // Jellyfin converts no SVG, whatever the request says.
      throw type.startsWith("image/") || status == HttpURLConnection.HTTP_NO_CONTENT
          ? noPicture()
          : refusal(status);
    }
    try (InputStream body = connection.getInputStream()) {
      byte[] content = body.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        connection.disconnect();
        throw refusal(status);
      }
      // Java does not report a body that ends early, and clients would cache the broken picture for
      // a year.
      long announced = connection.getContentLengthLong();
      if (announced >= 0 && content.length < announced) {
        throw new EOFException();
      }
      if (content.length == 0) {
        throw noPicture();
      }
      return new PictureBytes(type, content);
    }
  }

  private static String type(HttpURLConnection connection) {
    String type = connection.getContentType();
    return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static ApiException refusal(int status) {
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      return noPicture();
    }
    LOG.warn("Jellyfin does not send a picture, but " + status);
    return status >= HttpURLConnection.HTTP_INTERNAL_ERROR
        ? ApiException.unavailable("Jellyfin cannot send the picture now.", null)
        : ApiException.badGateway("Jellyfin gave an answer that makes no sense.", null);
  }

  private static ApiException noPicture() {
    return ApiException.itemNotFound("There is no such picture.");
  }

  private static String address(URI base, PictureName picture, int width) {
    return base
        + "/Items/"
        + picture.item().hex()
        + "/Images/"
        + type(picture.kind())
        + "?tag="
        + picture.tag()
        + "&maxWidth="
        + width
        + "&quality=90";
  }

  private static String type(Picture.Kind kind) {
    return switch (kind) {
      case POSTER -> "Primary";
      case BACKDROP -> "Backdrop/0";
      case LOGO -> "Logo";
      case THUMB -> "Thumb";
    };
  }

  private static String parameter(Format format) {
    return switch (format) {
      case WEBP -> "Webp";
      case JPEG -> "Jpg";
      case PNG -> "Png";
    };
  }
}
