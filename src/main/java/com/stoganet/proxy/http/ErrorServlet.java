package com.stoganet.proxy.http;

import com.stoganet.proxy.auth.Callers;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where failures outside JAX-RS end up, the container's own among them: no other page is seen. */
public class ErrorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(ErrorServlet.class);

  private transient Callers callers;

  @Inject
  void use(Callers knownCallers) {
    this.callers = knownCallers;
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
      return failure;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable bug) {
      LOG.error("Unexpected failure", bug);
      return StatusFailures.of(500);
    }
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
      return status == HttpServletResponse.SC_UNAUTHORIZED
          ? callers.refusalOf(Bearer.token(request))
          : StatusFailures.of(status);
    }
    return StatusFailures.of(404);
  }
}
