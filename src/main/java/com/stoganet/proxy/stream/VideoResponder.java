package com.stoganet.proxy.stream;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.ByteRange.Span;
import com.stoganet.proxy.stream.Conditions.Verdict;
import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers for the bytes of a video: status and headers, and then the flow of bytes. */
@Service
public class VideoResponder {

  private final StreamAuthorization authorization;
  private final MediaSource source;

  @Inject
  public VideoResponder(StreamAuthorization authorization, MediaSource source) {
    this.authorization = authorization;
    this.source = source;
  }

  /**
   * Answers, and returns when the last byte is out or the client is gone.
   *
   * @throws ApiException before the first byte, when there is nothing to send
   */
  void send(
      StreamRoute route,
      OpenStream stream,
      HttpServletRequest request,
      HttpServletResponse response) {
    Caller caller = stream.caller();
    MediaFile file = authorization.admit(caller, route.item(), route.source()).file(route.source());
    stream.sends(file.id());
    boolean head = "HEAD".equals(request.getMethod());
    Conditions conditions = new Conditions(request);
    FileFacts seen = head || conditions.any() ? source.look(file) : null;
    Optional<ByteRange> range = head ? Optional.empty() : range(request);
    if (seen != null) {
      Validators validators = Validators.of(file, seen);
      Verdict verdict = conditions.judge(validators);
      if (head || verdict != Verdict.SEND) {
        announce(verdict, file, seen, response);
        return;
      }
      range = range.filter(unused -> conditions.rangeHolds(validators));
    }
    try {
      flow(source.open(file, range), file, seen, stream, response);
    } catch (RangeNotSatisfiableException e) {
      response.setHeader("Content-Range", "bytes */" + e.total());
      throw ApiException.of(ErrorCode.VALIDATION_FAILED, 416, "The range starts after the end.");
    }
  }

  /** Several Range headers mean nothing, like several ranges in one. */
  private static Optional<ByteRange> range(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Range"));
    return headers.size() == 1 ? ByteRange.parse(headers.get(0)) : Optional.empty();
  }

  private static void announce(
      Verdict verdict, MediaFile file, FileFacts facts, HttpServletResponse response) {
    switch (verdict) {
      case NOT_MODIFIED -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      case FAILED ->
          throw ApiException.of(
              ErrorCode.VALIDATION_FAILED, 412, "The file has changed since the client saw it.");
      default -> {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaTypes.of(file, facts));
        response.setContentLengthLong(facts.total());
      }
    }
    describe(file, facts, response);
  }

  private static void describe(MediaFile file, FileFacts facts, HttpServletResponse response) {
    Validators validators = Validators.of(file, facts);
    response.setHeader("Accept-Ranges", facts.ranges() ? "bytes" : "none");
    response.setHeader("Cache-Control", "private, no-transform");
    if (validators.modified() != null) {
      response.setHeader("ETag", validators.etag());
      response.setHeader("Last-Modified", HttpDates.format(validators.modified()));
    }
  }

  private static void flow(
      Upstream upstream,
      MediaFile file,
      FileFacts seen,
      OpenStream stream,
      HttpServletResponse response) {
    stream.reads(upstream);
    FileFacts facts = upstream.facts();
    if (seen != null && !Validators.of(file, seen).equals(Validators.of(file, facts))) {
      throw ApiException.unavailable("The file is being replaced; try again.", null);
    }
    Optional<Span> part = upstream.part();
    long length = part.map(Span::length).orElse(facts.total());
    response.setStatus(
        part.isPresent() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
    part.ifPresent(span -> response.setHeader("Content-Range", span.header(facts.total())));
    response.setContentType(MediaTypes.of(file, facts));
    response.setContentLengthLong(length);
    describe(file, facts, response);
    response.setBufferSize(stream.bufferBytes());
    BytePump.run(upstream, response, length, stream);
  }
}
