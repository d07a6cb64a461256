package com.stoganet.proxy.http;

import com.stoganet.proxy.ops.AccessLog;
import com.stoganet.proxy.shared.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The outermost filter: gives the request its id and writes its access line when it is over. */
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private transient AccessLog accessLog;

  @Inject
  void use(AccessLog log) {
    this.accessLog = log;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.acceptOrCreate(request.getHeader(RequestId.HEADER));
    long start = System.nanoTime();
    request.setAttribute(RequestId.HEADER, id);
    response.setHeader(RequestId.HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    RequestId.bind(id);
    try {
      chain.doFilter(request, response);
      if (!request.isAsyncStarted()) {
        accessLog.write(request.getMethod(), request.getRequestURI(), response.getStatus(), start);
      }
    } finally {
      if (request.isAsyncStarted()) {
        writeWhenOver(request, response, id, start);
      }
      RequestId.bind(null);
    }
  }

  private void writeWhenOver(
      HttpServletRequest request, HttpServletResponse response, String id, long start) {
    String method = request.getMethod();
    String path = request.getRequestURI();
    request
        .getAsyncContext()
        .addListener(
            new AsyncListener() {
              @Override
              public void onComplete(AsyncEvent event) {
                RequestId.bind(id);
                accessLog.write(method, path, response.getStatus(), start);
                RequestId.bind(null);
              }

              @Override
              public void onTimeout(AsyncEvent event) {
                // Streams have no timeout.
              }

              @Override
              public void onError(AsyncEvent event) {
                // The container completes the request afterwards.
              }

              @Override
              public void onStartAsync(AsyncEvent event) {
                event.getAsyncContext().addListener(this);
              }
            });
  }
}
