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
 * Reads bodies: refuses bodies that are too large, whatever length they announce, and bodies that
 * are not the expected JSON, which every server reports differently.
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
      // Where a body is required, validation reports that it is missing.
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
      throw ApiException.invalid("body", "The body is not the expected JSON.");
    }
  }
}
