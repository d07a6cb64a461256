package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;

/** Spares resources the work for an answer that the client has already. */
@RequestScoped
public class Preconditions {

  private final HttpServletRequest request;

  /** For the proxies of CDI only. */
  protected Preconditions() {
    this(null);
  }

  @Inject
  public Preconditions(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Ends the request here if the client has this version; call it before the work is done.
   *
   * @param version differs whenever the answer does: it must distinguish users and parameters, and
   *     versions of the proxy if those write the same content differently
   */
  public void check(String version) {
    String hash = EntityTags.version(version.getBytes(StandardCharsets.UTF_8));
    request.setAttribute(EntityTags.VERSION, hash);
    EntityTags.held(request, hash)
        .ifPresent(
            tag -> {
              throw new NotModifiedException(tag);
            });
  }
}
