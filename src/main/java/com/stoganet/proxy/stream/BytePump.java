package com.stoganet.proxy.stream;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.stream.MediaSource.ByteRequest;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/** Carries the backend's answer to the client, byte for byte. */
@ApplicationScoped
public class BytePump {

  private static final Log LOG = Log.of(BytePump.class);
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Nothing but these reaches the client; lengths and types are checked besides. */
  private static final List<String> COPIED_HEADERS = List.of("Content-Range", "Last-Modified");

  private static final Pattern MEDIA_TYPE = Pattern.compile("(video|audio)/[a-z0-9.+-]{1,60}");

  private final MediaSource source;

  /** For the proxies of CDI only. */
  protected BytePump() {
    this(null);
  }

  @Inject
  public BytePump(MediaSource source) {
    this.source = source;
  }

  /**
   * Sends what was asked for.
   *
   * @throws ApiException before the first byte, when there is nothing to send
   */
  void send(Caller caller, MediaFile file, ByteRequest request, HttpServletResponse response) {
    try (Upstream upstream = source.open(caller, file, request)) {
      long length = announce(upstream, request, response);
      if (!request.headOnly()) {
        copy(upstream.body(), response, length);
      }
    }
  }

  private static long announce(Upstream upstream, ByteRequest request, HttpServletResponse answer) {
    int status = upstream.status();
    if (status == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
      copyHeader("Content-Range", upstream, answer);
      throw ApiException.of(ErrorCode.VALIDATION_FAILED, 416, "The range starts behind the end.");
    }
    boolean ranged = status == HttpServletResponse.SC_PARTIAL_CONTENT && request.range() != null;
    if (status != HttpServletResponse.SC_OK && !ranged) {
      throw ApiException.badGateway("The media server gave an answer that makes no sense.", null);
    }
    long length = length(upstream);
    answer.setStatus(status);
    answer.setHeader("Accept-Ranges", "bytes");
    answer.setHeader("Cache-Control", "private");
    answer.setContentType(contentType(upstream.header("Content-Type")));
    answer.setContentLengthLong(length);
    COPIED_HEADERS.forEach(name -> copyHeader(name, upstream, answer));
    return length;
  }

  private static void copyHeader(String name, Upstream upstream, HttpServletResponse answer) {
    String value = upstream.header(name);
    if (value != null) {
      answer.setHeader(name, value);
    }
  }

  /** A body without a length could be cut short unnoticed, so there is none. */
  private static long length(Upstream upstream) {
    try {
      return Long.parseUnsignedLong(upstream.header("Content-Length"));
    } catch (NumberFormatException e) {
      throw ApiException.badGateway("The media server does not tell how long the file is.", e);
    }
  }

  private static String contentType(String offered) {
    return offered != null && MEDIA_TYPE.matcher(offered).matches()
        ? offered
        : "application/octet-stream";
  }

  /**
   * Fewer bytes than announced make the container drop the connection, so that no client takes the
   * part for the whole. For that the head must be on its way first: a container corrects the length
   * of an answer that it still holds.
   */
  private static void copy(InputStream body, HttpServletResponse response, long length) {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = length;
    try {
      response.flushBuffer();
      OutputStream out = response.getOutputStream();
      while (left > 0) {
        int read = read(body, buffer, left);
        if (read < 0) {
          return;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    } catch (IOException e) {
      LOG.debug("The client went away, " + left + " bytes left");
    }
  }

  /** The number of bytes read, or -1 when the backend has no more although it promised them. */
  private static int read(InputStream body, byte[] buffer, long left) {
    try {
      int read = body.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        LOG.warn("The media server stopped " + left + " bytes early");
      }
      return read;
    } catch (IOException e) {
      LOG.warn("The media server failed " + left + " bytes early: " + e.getClass().getSimpleName());
      return -1;
    }
  }
}
