package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Sends the JSON of every GET so that clients may keep it: with an entity tag, compressed, and not
 * again to a client that has it.
 */
@Provider
@Dependent
public class RepresentationFilter implements ContainerResponseFilter, WriterInterceptor {

  private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int OK = Response.Status.OK.getStatusCode();
  private static final int NOT_MODIFIED = Response.Status.NOT_MODIFIED.getStatusCode();

  private HttpServletRequest request;
  private CurrentResponse current;

  /** Not by the constructor: Open Liberty wants providers to have a plain one, Payara a bean. */
  @Inject
  void use(HttpServletRequest currentRequest, CurrentResponse currentAnswer) {
    this.request = currentRequest;
    this.current = currentAnswer;
  }

  /** Other answers, failures among them, stay as they are. */
  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext answer) {
    if (!READING.contains(context.getMethod())) {
      return;
    }
    if (answer.getStatus() == NOT_MODIFIED) {
      mayBeKept();
    } else if (answer.getStatus() == OK
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(answer.getMediaType())) {
      represent(answer);
      mayBeKept();
    }
  }

  /** Chooses what is sent and says in the headers what it is. */
  private void represent(ContainerResponseContext answer) {
    byte[] body = JsonBody.bytes(answer.getEntity());
    String version =
        request.getAttribute(EntityTags.VERSION) instanceof String known
            ? known
            : EntityTags.version(body);
    Optional<String> held = EntityTags.held(request, version);
    if (held.isPresent()) {
      answer.setStatus(NOT_MODIFIED);
      answer.setEntity(null);
      answer.getHeaders().putSingle(HttpHeaders.ETAG, held.get());
      return;
    }
    boolean gzip = ContentCoding.worthwhile(body) && ContentCoding.accepted(request);
    byte[] sent = gzip ? ContentCoding.gzip(body) : body;
    answer.getHeaders().putSingle(HttpHeaders.ETAG, EntityTags.tag(version, gzip));
    current.length(sent.length);
    if (gzip) {
      answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP);
    }
    answer.setEntity(sent);
  }

  /** By this user's client alone, which asks every time whether it is still right. */
  private void mayBeKept() {
    // Not in the headers of JAX-RS: those would replace the Vary of other filters.
    current.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    current.varies("Authorization, Accept-Encoding");
  }

  /** What was represented is written as it is, not as a JSON array of numbers. */
  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getEntity() instanceof byte[] body) {
      context.getOutputStream().write(body);
    } else {
      context.proceed();
    }
  }
}
