package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers for a subtitle track: as a whole, since players read it as a whole. */
@Service
public class SubtitleResponder {

  private static final Log LOG = Log.of(SubtitleResponder.class);

  private final StreamAuthorization authorization;
  private final MediaSource source;

  @Inject
  public SubtitleResponder(StreamAuthorization authorization, MediaSource source) {
    this.authorization = authorization;
    this.source = source;
  }

  /**
   * Answers.
   *
   * @throws ApiException item_not_found when there is no such track, or only pictures of it
   */
  void send(
      StreamRoute route, Caller caller, HttpServletRequest request, HttpServletResponse response) {
    MediaFile file = authorization.admit(caller, route.item(), route.source()).file(route.source());
    int index = route.subtitles().getAsInt();
    boolean known =
        file.subtitles().stream().filter(Subtitle::text).anyMatch(track -> track.index() == index);
    if (!known) {
      throw ApiException.itemNotFound("There are no such subtitles.");
    }
    byte[] text = source.subtitles(file, index, route.format());
    // Open Liberty has set 401 already if the client sent a token, needlessly, that is too old.
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(route.format().contentType());
    response.setContentLength(text.length);
    if (hasCues(text, route.format())) {
      response.setHeader("Cache-Control", "private, max-age=3600");
    }
    if (!"HEAD".equals(request.getMethod())) {
      write(text, response);
    }
  }

  /**
   * Text without any cue may come from a file that is still being written, so no client may keep
   * it.
   */
  private static boolean hasCues(byte[] text, SubtitleFormat format) {
    return new String(text, StandardCharsets.UTF_8).contains(format.cue());
  }

  private static void write(byte[] text, HttpServletResponse response) {
    try {
      response.getOutputStream().write(text);
    } catch (IOException e) {
      LOG.debug("The client closed the connection before it had the subtitles");
    }
  }
}
