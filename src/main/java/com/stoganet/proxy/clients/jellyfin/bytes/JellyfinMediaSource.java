package com.stoganet.proxy.clients.jellyfin.bytes;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.jellyfin.BaseItem;
import com.stoganet.proxy.clients.jellyfin.ItemPlayability;
import com.stoganet.proxy.clients.jellyfin.ItemSources;
import com.stoganet.proxy.clients.jellyfin.JellyfinConnection;
import com.stoganet.proxy.clients.jellyfin.JellyfinItems;
import com.stoganet.proxy.clients.jellyfin.JellyfinLibrary;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.ByteRange;
import com.stoganet.proxy.stream.MediaSource;
import com.stoganet.proxy.stream.SubtitleFormat;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads videos and subtitles from Jellyfin.
 *
 * <p>Jellyfin serves both to every client that knows an id, so callers must always call {@link
 * #find} first, which checks the access.
 */
@Service
public class JellyfinMediaSource implements MediaSource {

  private static final Log LOG = Log.of(JellyfinMediaSource.class);
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

  private final JellyfinLibrary library;
  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final IdleConnections idle = new IdleConnections();

  @Inject
  public JellyfinMediaSource(
      JellyfinLibrary library, JellyfinConnection jellyfin, Settings settings) {
    this.library = library;
    this.jellyfin = jellyfin;
    this.settings = settings;
  }

  @Override
  public MediaItem find(Caller caller, JellyfinId id) {
    return library
        .item(caller, id)
        .filter(JellyfinItems::isVideo)
        .map(
            item ->
                new MediaItem(
                    id,
                    JellyfinItems.place(item),
                    files(id, item),
                    JellyfinItems.runtimeMillis(item),
                    ItemPlayability.problem(item)))
        .orElseThrow(ApiException::itemNotFound);
  }

  private static List<MediaFile> files(JellyfinId id, BaseItem item) {
    return ItemSources.all(item).stream()
        .map(
            file ->
                new MediaFile(
                    id,
                    file.id(),
                    file.container(),
                    file.remote(),
                    file.unplayable(),
                    file.subtitles()))
        .toList();
  }

  @Override
  public FileFacts look(MediaFile file) {
    try (Upstream answer = ask("HEAD", file, Optional.empty())) {
      return answer.facts();
    }
  }

  @Override
  public Upstream open(MediaFile file, Optional<ByteRange> range) {
    Upstream answer = ask("GET", file, range);
    try {
      if (answer.part().isPresent() || answer.facts().total() > 0) {
        answer.await();
      }
      return answer;
    } catch (IOException e) {
      answer.close();
      throw unavailable(e);
    }
  }

  private Upstream ask(String method, MediaFile file, Optional<ByteRange> range) {
    try {
      Optional<ByteConnection> kept = idle.take();
      if (kept.isPresent()) {
        try {
          return ask(kept.get(), method, file, range);
        } catch (IOException e) {
          if (!kept.get().wasClosedWhileIdle() || e instanceof SocketTimeoutException) {
            throw e;
          }
        }
      }
      return ask(ByteConnection.to(settings.jellyfinUrl()), method, file, range);
    } catch (SocketTimeoutException e) {
      throw file.remote() ? MediaSource.cannotBePlayed(Unplayable.REMOTE) : unavailable(e);
    } catch (ProtocolException e) {
      throw ApiException.badGateway("Jellyfin gave an answer that makes no sense.", e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** After a HEAD the connection is closed: a server that sends a body with it would spoil it. */
  private Upstream ask(
      ByteConnection connection, String method, MediaFile file, Optional<ByteRange> range)
      throws IOException {
    try {
      AnswerHead head = connection.ask(request(method, file, range));
      JellyfinBytes answer = JellyfinBytes.of(connection, head, range, file.remote());
      return head.persistent() && "GET".equals(method) ? answer.whenRead(idle::keep) : answer;
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static ApiException unavailable(IOException cause) {
    LOG.warn("Jellyfin does not send the file: " + cause.getClass().getSimpleName());
    return ApiException.unavailable("Jellyfin does not answer.", cause);
  }

  /**
   * Writes the request; the only part that comes from the client is the range, which was parsed
   * before. It names no user: Jellyfin sends the bytes to all clients, and takes several times as
   * long for a request with a token.
   */
  private String request(String method, MediaFile file, Optional<ByteRange> range) {
    return method
        + ' '
        + path(file)
        + " HTTP/1.1\r\nHost: "
        + settings.jellyfinUrl().getRawAuthority()
        + "\r\nUser-Agent: Stoganet\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
        + range.map(wanted -> "Range: " + wanted.header() + "\r\n").orElse("")
        + "Connection: keep-alive\r\n\r\n";
  }

  /** Without static=true Jellyfin would transcode; without an extension it would guess the type. */
  private String path(MediaFile file) {
    String extension = EXTENSION.matcher(file.container()).matches() ? "." + file.container() : "";
    return settings.jellyfinUrl().getRawPath()
        + "/Videos/"
        + file.id().hex()
        + "/stream"
        + extension
        + "?static=true&mediaSourceId="
        + file.source().hex();
  }

  @Override
  public byte[] subtitles(MediaFile file, int index, SubtitleFormat format) {
    try {
      byte[] text =
          jellyfin.readPatiently(
              api -> api.subtitles(file.id().hex(), file.source().hex(), index, format.text()));
      if (text == null || text.length == 0) {
        throw noSubtitles();
      }
      return text;
    } catch (BackendResponseException failure) {
      // Jellyfin 12: 400 for a file beside the video that became empty, and for pictures.
      throw failure.status() == HttpURLConnection.HTTP_BAD_REQUEST
          ? noSubtitles()
          : JellyfinConnection.refusal(failure);
    } catch (ApiException failure) {
      // No text, or more of it than any film has.
      throw failure.status() == HttpURLConnection.HTTP_BAD_GATEWAY ? noSubtitles() : failure;
    }
  }

  private static ApiException noSubtitles() {
    return ApiException.itemNotFound("These subtitles have no text.");
  }
}
