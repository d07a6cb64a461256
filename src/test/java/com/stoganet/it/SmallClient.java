package com.stoganet.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Signs in at a proxy that RestAssured does not point at, and leaves no connection behind. */
final class SmallClient {

  private static final String BODY = "{\"username\":\"demo\",\"password\":\"demo\"}";

  private SmallClient() {}

  /** The status of a sign-in over plain HTTP. */
  static int login(String base) throws IOException {
    return send((HttpURLConnection) URI.create(base + "/auth/login").toURL().openConnection());
  }

  /** The status of a sign-in over TLS, trusting what the context trusts. */
  static int login(String base, SSLContext tls) throws IOException {
    HttpsURLConnection connection =
        (HttpsURLConnection) URI.create(base + "/auth/login").toURL().openConnection();
    connection.setSSLSocketFactory(tls.getSocketFactory());
    return send(connection);
  }

  private static int send(HttpURLConnection connection) throws IOException {
    try {
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      // An open connection would keep the server from stopping at once.
      connection.setRequestProperty("Connection", "close");
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(BODY.getBytes(StandardCharsets.UTF_8));
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
