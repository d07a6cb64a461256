package com.stoganet.proxy.http.edge;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON as JAX-RS would: for filters and servlets. */
public final class JsonBody {

  private static final Jsonb JSON = JsonbBuilder.create();

  private JsonBody() {}

  /** On one line. */
  public static String text(Object body) {
    return JSON.toJson(body);
  }

  static byte[] bytes(Object body) {
    return text(body).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the whole body, with its type and length. */
  public static void write(Object body, HttpServletResponse response) throws IOException {
    byte[] text = bytes(body);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
