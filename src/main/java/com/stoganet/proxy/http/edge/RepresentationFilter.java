package com.stoganet.proxy.http.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends JSON that clients may keep: with an entity tag, compressed, and not again to those who have
 * it.
 */
public class RepresentationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String GET = "GET";
  private static final String HEAD = "HEAD";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean head = HEAD.equals(request.getMethod());
    if (!head && !GET.equals(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    BufferedAnswer answer = new BufferedAnswer(response);
    chain.doFilter(head ? new AsGet(request) : request, answer);
    if (!answer.handedOver()) {
      byte[] body = represent(request, response, answer.body());
      send(response, body, head);
    }
  }

  /** Chooses what is sent and says in the headers what it is; other answers stay as they are. */
  private static byte[] represent(
      HttpServletRequest request, HttpServletResponse response, byte[] body) {
    if (response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED) {
      mayBeKept(response);
      return body;
    }
    if (response.getStatus() != HttpServletResponse.SC_OK || !json(response)) {
      return body;
    }
    mayBeKept(response);
    String version = version(request, body);
    Optional<String> held = EntityTags.held(request, version);
    if (held.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      response.setHeader("ETag", held.get());
      return new byte[0];
    }
    boolean gzip = ContentCoding.worthwhile(body) && ContentCoding.accepted(request);
    response.setHeader("ETag", EntityTags.tag(version, gzip));
    if (!gzip) {
      return body;
    }
    response.setHeader("Content-Encoding", ContentCoding.GZIP);
    return ContentCoding.gzip(body);
  }

  private static boolean json(HttpServletResponse response) {
    String type = response.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static String version(HttpServletRequest request, byte[] body) {
    return request.getAttribute(EntityTags.VERSION) instanceof String known
        ? known
        : EntityTags.version(body);
  }

  /** By this user's client alone, which asks every time whether it is still right. */
  private static void mayBeKept(HttpServletResponse response) {
    response.setHeader("Cache-Control", "private, no-cache");
    response.addHeader("Vary", "Authorization, Accept-Encoding");
  }

  private static void send(HttpServletResponse response, byte[] body, boolean head)
      throws IOException {
    if (body.length == 0) {
      return;
    }
    response.setContentLength(body.length);
    if (!head) {
      response.getOutputStream().write(body);
    }
  }

  /** HEAD tells the headers of the answer to GET, so that answer must be built. */
  private static final class AsGet extends HttpServletRequestWrapper {

    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return GET;
    }
  }
}
