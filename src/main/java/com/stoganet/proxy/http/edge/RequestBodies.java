package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads bodies: refuses those no honest client sends, however they announce their length, and those
 * that are not the JSON that is expected, which every server reports in another way.
 */
public class RequestBodies implements ReaderInterceptor {

  private static final int MAX_BYTES = 64 * 1024;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (body.length == 0) {
      // Where one is needed, its absence is a violation of that.
      return null;
    }
    context.setInputStream(new ByteArrayInputStream(body));
    try {
      return context.proceed();
    } catch (JsonbException
        | JsonException
        | ProcessingException
        | NoContentException
        | BadRequestException e) {
      throw ApiException.invalid("body", "The body is not the JSON that is expected here.");
    }
  }
}
