package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ClientAddress;
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

/** The outermost filter: gives the request its id and writes its access log line at the end. */
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private transient AccessLog accessLog;
  private transient ClientAddresses addresses;

  @Inject
  void use(AccessLog log, ClientAddresses clientAddresses) {
    this.accessLog = log;
    this.addresses = clientAddresses;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.acceptOrCreate(request.getHeader(RequestId.HEADER));
    String path = request.getRequestURI();
    long start = System.nanoTime();
    request.setAttribute(RequestId.HEADER, id);
    ClientAddress client = addresses.of(request);
    request.setAttribute(ClientAddress.ATTRIBUTE, client);
    request.setAttribute(RequestLimits.RESPONSE, response);
    response.setHeader(RequestId.HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    // Addresses may contain tickets.
    response.setHeader("Referrer-Policy", "no-referrer");
    RequestId.bind(id);
    ClientAddress.bind(client);
    Runnable accessLine =
        () -> accessLog.write(request.getMethod(), path, response.getStatus(), start);
    try {
      chain.doFilter(EmptyBodyRequest.orItself(request), response);
    } finally {
      if (!goesOn(request, id, accessLine)) {
        accessLine.run();
      }
      ClientAddress.bind(null);
      RequestId.bind(null);
    }
  }

  /** Whether another thread completes the answer later; it then writes the access log line. */
  private static boolean goesOn(HttpServletRequest request, String id, Runnable accessLine) {
    if (!request.isAsyncStarted()) {
      return false;
    }
    try {
      request.getAsyncContext().addListener(new WhenOver(id, accessLine));
      return true;
    } catch (IllegalStateException e) {
      // The request completed before we could register.
      return false;
    }
  }

  /** Writes the access log line of a request that another thread answered. */
  private record WhenOver(String id, Runnable accessLine) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      RequestId.bind(id);
      accessLine.run();
      RequestId.bind(null);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Streams and event streams have no timeout.
    }

    @Override
    public void onError(AsyncEvent event) {
      // The container completes the request afterwards.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
