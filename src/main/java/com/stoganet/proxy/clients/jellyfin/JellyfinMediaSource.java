package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.stream.MediaSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads videos from Jellyfin.
 *
 * <p>Jellyfin serves bytes to anybody who knows an id, so {@link #find} must always come first.
 */
@ApplicationScoped
public class JellyfinMediaSource implements MediaSource {

  private static final Log LOG = Log.of(JellyfinMediaSource.class);
  private static final int CONNECT_MILLIS = 3_000;

  /** A sleeping disk takes its time. */
  private static final int READ_MILLIS = 60_000;

  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

  private final JellyfinLibrary library;
  private final Settings settings;

  /** For the proxies of CDI only. */
  protected JellyfinMediaSource() {
    this(null, null);
  }

  @Inject
  public JellyfinMediaSource(JellyfinLibrary library, Settings settings) {
    this.library = library;
    this.settings = settings;
  }

  @Override
  public MediaFile find(Caller caller, JellyfinId id) {
    return library
        .item(caller, id)
        .filter(JellyfinItems::isVideo)
        .flatMap(ItemSources::defaultSource)
        .flatMap(source -> file(id, source))
        .orElseThrow(ApiException::itemNotFound);
  }

  private static Optional<MediaFile> file(JellyfinId id, BaseItem.Source source) {
    return JellyfinId.parse(JellyfinItems.text(source.id))
        .map(version -> new MediaFile(id, version, ItemSources.container(source)));
  }

  @Override
  public Upstream open(Caller caller, MediaFile file, ByteRequest request) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address(file).toURL().openConnection();
      connection.setRequestMethod(request.headOnly() ? "HEAD" : "GET");
      connection.setInstanceFollowRedirects(false);
      // Open Liberty switches it off for everybody; then Java would add no-cache headers.
      connection.setUseCaches(true);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setRequestProperty(
          "Authorization", AuthorizationHeader.ofToken(caller.jellyfinToken()));
      connection.setRequestProperty("Accept", "*/*");
      connection.setRequestProperty("Accept-Encoding", "identity");
      if (request.range() != null) {
        connection.setRequestProperty("Range", request.range());
      }
      if (request.ifRange() != null) {
        connection.setRequestProperty("If-Range", request.ifRange());
      }
      return answer(connection);
    } catch (IOException e) {
      LOG.warn("Jellyfin does not send the file: " + e.getClass().getSimpleName());
      throw ApiException.unavailable("Jellyfin does not answer.", e);
    }
  }

  private static Upstream answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    Upstream upstream = new JellyfinBytes(connection, status);
    if (status == 404 || status >= 500) {
      upstream.close();
      throw status == 404
          ? ApiException.itemNotFound()
          : ApiException.unavailable("Jellyfin cannot send the file at present.", null);
    }
    return upstream;
  }

  /** Without static=true Jellyfin would transcode; without an extension it guesses the type. */
  private URI address(MediaFile file) {
    String id = file.id().hex();
    return URI.create(
        settings.jellyfinUrl()
            + "/Videos/"
            + id
            + "/stream"
            + extension(file.container())
            + "?static=true&mediaSourceId="
            + file.source().hex());
  }

  private static String extension(String container) {
    return EXTENSION.matcher(container).matches() ? "." + container : "";
  }
}
