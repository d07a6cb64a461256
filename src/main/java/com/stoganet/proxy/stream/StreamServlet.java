package com.stoganet.proxy.stream;

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

/**
 * {@code /stream/...} and {@code /play/...}: videos and subtitles for those who may see them, and
 * addresses of them that need no token.
 */
public class StreamServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(StreamServlet.class);
  private static final String UNEXPECTED = "An internal error occurred.";

  private transient Tickets tickets;
  private transient OpenStreams streams;
  private transient StreamThreads threads;
  private transient VideoResponder video;
  private transient SubtitleResponder subtitles;
  private transient PlayLinksWriter links;

  /** For the container, which injects the rest. */
  public StreamServlet() {
    // Servlets are made by the container: constructor injection is not portable here.
  }

  @Inject
  void use(
      Tickets allTickets,
      OpenStreams openStreams,
      StreamThreads streamThreads,
      VideoResponder videoResponder,
      SubtitleResponder subtitleResponder,
      PlayLinksWriter playLinksWriter) {
    this.tickets = allTickets;
    this.streams = openStreams;
    this.threads = streamThreads;
    this.video = videoResponder;
    this.subtitles = subtitleResponder;
    this.links = playLinksWriter;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      StreamRoute asked = StreamRoute.of(request);
      Ticket ticket = asked.ticket() == null ? null : tickets.accept(asked);
      StreamRoute route = ticket == null ? asked : asked.of(ticket);
      ClientAddress from = (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE);
      OpenStream stream = streams.enter(caller(request, ticket, from), from, route.item());
      try {
        begin(route, ticket, stream, request.startAsync(request, response));
      } catch (RuntimeException e) {
        stream.close();
        throw e;
      }
    } catch (ApiException e) {
      refuse(e, request, response);
    }
  }

  private void begin(StreamRoute route, Ticket ticket, OpenStream stream, AsyncContext async) {
    // A film lasts longer than any timeout; a client that stops reading is noticed otherwise.
    async.setTimeout(0);
    threads.run(RequestId.current(), () -> serve(route, ticket, stream, async));
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    doGet(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
      if (caller == null || !request.getRequestURI().endsWith("/ticket")) {
        super.doPost(request, response);
        return;
      }
      links.write(
          tickets.issue(caller, StreamRoute.ticketItem(request), StreamRoute.source(request)),
          response);
    } catch (ApiException e) {
      refuse(e, request, response);
    }
  }

  /** Who asks; behind a ticket the caller is found here, since no filter knows tickets. */
  private Caller caller(HttpServletRequest request, Ticket ticket, ClientAddress from) {
    if (ticket != null) {
      request.setAttribute(Caller.ATTRIBUTE, tickets.callerOf(ticket, from));
    }
    return (Caller) request.getAttribute(Caller.ATTRIBUTE);
  }

  private void serve(StreamRoute route, Ticket ticket, OpenStream stream, AsyncContext async) {
    HttpServletRequest request = (HttpServletRequest) async.getRequest();
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      if (route.subtitles().isPresent()) {
        subtitles.send(route, stream.caller(), request, response);
      } else {
        video.send(route, stream, request, response);
      }
      if (ticket != null) {
        tickets.keep(ticket);
      }
    } catch (ApiException e) {
      request.setAttribute(ApiException.class.getName(), e);
    } catch (RuntimeException | Error e) {
      // Nothing may escape: nothing else would end the request.
      LOG.error("Unexpected failure", e);
      request.setAttribute(
          ApiException.class.getName(), ApiException.of(ErrorCode.INTERNAL, UNEXPECTED));
    } finally {
      stream.close();
      end(async);
    }
  }

  private static void end(AsyncContext async) {
    boolean failed = async.getRequest().getAttribute(ApiException.class.getName()) != null;
    if (failed && !async.getResponse().isCommitted()) {
      async.dispatch("/error");
    } else {
      async.complete();
    }
  }

  private static void refuse(
      ApiException failure, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute(ApiException.class.getName(), failure);
    request.getRequestDispatcher("/error").forward(request, response);
  }
}
