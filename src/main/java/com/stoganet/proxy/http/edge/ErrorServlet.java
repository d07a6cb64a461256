package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Writes the error body for failures outside JAX-RS, including the container's own. */
public class ErrorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(ErrorServlet.class);

  /** Every path of the contract consists of these characters only. */
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/:_-]*");

  private transient CallerResolver callerResolver;
  private transient LostJellyfinSession lostSession;

  @Inject
  void use(CallerResolver knownCallers, LostJellyfinSession lost) {
    this.callerResolver = knownCallers;
    this.lostSession = lost;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String known = (String) request.getAttribute(RequestId.HEADER);
    String id =
        known == null ? RequestId.acceptOrCreate(request.getHeader(RequestId.HEADER)) : known;
    String before = RequestId.current();
    RequestId.bind(id);
    try {
      response.setHeader(RequestId.HEADER, id);
      ErrorBodies.write(failure(request), response);
    } finally {
      RequestId.bind(before);
    }
  }

  private ApiException failure(HttpServletRequest request) {
    if (request.getAttribute(ApiException.class.getName()) instanceof ApiException failure) {
      return lostSession.confirmed(failure, request);
    }
    int status = 404;
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
      status = code;
    }
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      return callerResolver.refusalOf(BearerToken.token(request));
    }
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      return unexpected(request, status);
    }
    return StatusFailures.of(status);
  }

  /** Servers throw an exception when they cannot decode a path; the client sent a bad path. */
  private static ApiException unexpected(HttpServletRequest request, int status) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof IOException
        && path instanceof String text
        && !PLAIN_PATH.matcher(text).matches()) {
      return StatusFailures.of(400);
    }
    if (failure instanceof Throwable bug) {
      LOG.error("Unexpected failure", bug);
    }
    return StatusFailures.of(status);
  }
}
