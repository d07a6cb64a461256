package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RequestId;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** {@code GET /stream/{jfId}}: the bytes of a video, for those who may see it. */
public class StreamServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(StreamServlet.class);
  private static final String UNEXPECTED = "Something went wrong in the proxy.";

  private transient MediaSource source;
  private transient BytePump pump;

  /** For the container, which injects the rest. */
  public StreamServlet() {
    // Servlets are made by the container: constructor injection is not portable here.
  }

  @Inject
  void use(MediaSource mediaSource, BytePump bytePump) {
    this.source = mediaSource;
    this.pump = bytePump;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    // A film lasts longer than any timeout; the connection itself tells when a client has gone.
    async.setTimeout(0);
    async.start(() -> serve(async, request, response));
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    doGet(request, response);
  }

  private void serve(AsyncContext async, HttpServletRequest request, HttpServletResponse response) {
    RequestId.bind((String) request.getAttribute(RequestId.HEADER));
    try {
      ApiException failure = attempt(request, response);
      if (failure == null || response.isCommitted()) {
        // After a failure in the middle the announced length is not reached: the container drops
        // the connection.
        async.complete();
      } else {
        request.setAttribute(ApiException.class.getName(), failure);
        async.dispatch("/error");
      }
    } finally {
      RequestId.bind(null);
    }
  }

  /** What went wrong, or null; nothing may escape, since nobody else would end the request. */
  private ApiException attempt(HttpServletRequest request, HttpServletResponse response) {
    try {
      answer(request, response);
      return null;
    } catch (ApiException e) {
      return e;
    } catch (RuntimeException | Error e) {
      LOG.error("Unexpected failure", e);
      return ApiException.of(ErrorCode.INTERNAL, UNEXPECTED);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) {
    Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
    // The raw path: the decoded one may have lost what was wrong with it.
    String raw = request.getRequestURI().substring(request.getContextPath().length());
    List<String> path = List.of(raw.replaceFirst("^/*stream/?", "").split("/", -1));
    if (path.size() == 3 && "subtitles".equals(path.get(1))) {
      throw ApiException.of(ErrorCode.INTERNAL, 501, "Subtitles are not served yet.");
    }
    if (path.size() != 1) {
      throw ApiException.itemNotFound("There is no such path.");
    }
    JellyfinId id =
        JellyfinId.parse(path.get(0))
            .orElseThrow(() -> ApiException.invalid("jfId", "The id must be 32 hex digits."));
    MediaFile file = source.find(caller, id);
    pump.send(caller, file, ByteRanges.of(request), response);
  }
}
