package com.stoganet.it;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** A client of a proxy that RestAssured does not point at; leaves no connection behind. */
final class SmallClient {

  private static final String LOGIN = "{\"username\":\"demo\",\"password\":\"demo\"}";

  private final String base;
  private final SSLContext tls;

  private SmallClient(String base, SSLContext tls) {
    this.base = base;
    this.tls = tls;
  }

  /** The status of browsing after signing in, over plain HTTP. */
  static int browse(String base) throws IOException {
    return new SmallClient(base, null).browse();
  }

  /** The same over TLS, trusting what the context trusts. */
  static int browse(String base, SSLContext tls) throws IOException {
    return new SmallClient(base, tls).browse();
  }

  private int browse() throws IOException {
    HttpURLConnection login = open("/auth/login");
    login.setRequestMethod("POST");
    login.setRequestProperty("Content-Type", "application/json");
    login.setDoOutput(true);
    try (OutputStream body = login.getOutputStream()) {
      body.write(LOGIN.getBytes(StandardCharsets.UTF_8));
    }
    String token;
    try (InputStream answer = login.getInputStream()) {
      token = JsonPath.from(answer).getString("access_token");
    }
    HttpURLConnection library = open("/library");
    library.setRequestProperty("Authorization", "Bearer " + token);
    int status = library.getResponseCode();
    library.disconnect();
    return status;
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(tls.getSocketFactory());
    }
    // An open connection would keep the server from stopping at once.
    connection.setRequestProperty("Connection", "close");
    return connection;
  }
}
