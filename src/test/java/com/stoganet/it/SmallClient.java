package com.stoganet.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;

/** Signs in at a proxy that RestAssured does not point at. */
final class SmallClient {

  private static final String BODY = "{\"username\":\"demo\",\"password\":\"demo\"}";

  private SmallClient() {}

  /** The status of a sign-in over plain HTTP. */
  static int login(String base) throws IOException, InterruptedException {
    return send(HttpClient.newHttpClient(), base);
  }

  /** The status of a sign-in over TLS, trusting what the context trusts. */
  static int login(String base, SSLContext tls) throws IOException, InterruptedException {
    return send(HttpClient.newBuilder().sslContext(tls).build(), base);
  }

  private static int send(HttpClient client, String base) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/auth/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
