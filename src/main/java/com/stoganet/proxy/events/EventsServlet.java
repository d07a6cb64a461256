package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RequestId;
import com.stoganet.proxy.shared.StreamThreads;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /events}: sends clients live updates for as long as they are connected. */
public class EventsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(EventsServlet.class);

  /** Matches the raw path, as the filter that requires a token does. */
  private static final Pattern PATH = Pattern.compile("/events(?:/([^/]+))?");

  private static final String TICKET = "ticket";

  private transient EventTickets tickets;
  private transient EventTicketWriter ticketWriter;
  private transient Listeners listeners;
  private transient StreamThreads threads;

  /** For the container, which injects the rest. */
  public EventsServlet() {
    // The container creates servlets: constructor injection is not portable here.
  }

  @Inject
  void use(
      EventTickets eventTickets,
      EventTicketWriter eventTicketWriter,
      Listeners allListeners,
      StreamThreads streamThreads) {
    this.tickets = eventTickets;
    this.ticketWriter = eventTicketWriter;
    this.listeners = allListeners;
    this.threads = streamThreads;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      answer(request, response);
    } catch (ApiException e) {
      request.setAttribute(ApiException.class.getName(), e);
      request.getRequestDispatcher("/error").forward(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Matcher path =
        PATH.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    if (!path.matches()) {
      throw ApiException.itemNotFound("There is no such path.");
    }
    String last = path.group(1);
    String method = TICKET.equals(last) ? "POST" : "GET";
    if (!method.equals(request.getMethod())) {
      response.setHeader("Allow", method);
      throw ApiException.of(
          ErrorCode.VALIDATION_FAILED, 405, "This path does not support this method.");
    }
    ClientAddress from = (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE);
    Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
    if (TICKET.equals(last)) {
      ticketWriter.write(tickets.issue(caller), response);
    } else {
      // The caller behind a ticket is found here, because no filter knows tickets.
      listen(last == null ? caller : tickets.callerOf(last, from), from, request, response);
    }
  }

  private void listen(
      Caller caller, ClientAddress from, HttpServletRequest request, HttpServletResponse response) {
    String lastId = request.getHeader("Last-Event-ID");
    Listener listener = listeners.enter(caller, from);
    try {
      AsyncContext async = request.startAsync(request, response);
      // It has no timeout; writing detects a client that is gone.
      async.setTimeout(0);
      threads.run(RequestId.current(), () -> tell(listener, lastId, async));
    } catch (RuntimeException e) {
      listeners.leave(listener);
      throw e;
    }
  }

  private void tell(Listener listener, String lastId, AsyncContext async) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      response.setContentType("text/event-stream; charset=utf-8");
      // nginx would buffer events.
      // Compression on the way, as at Cloudflare, would hold events back until a block is full.
      response.setHeader("Cache-Control", "no-store, no-transform");
      response.setHeader("X-Accel-Buffering", "no");
      listener.listen(lastId, new EventWriter(response.getOutputStream()));
    } catch (IOException e) {
      LOG.debug("The client of an event stream is gone");
    } catch (RuntimeException | Error e) {
      // Nothing may escape, because nothing else would end the request.
      LOG.error("Unexpected failure", e);
    } finally {
      listeners.leave(listener);
      async.complete();
    }
  }
}
