package com.stoganet.launch.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the proxy that something happened, as Radarr and Sonarr do; nobody waits for it. */
public final class Webhook implements Consumer<String> {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String proxy;
  private final String secret;

  /** Knows the secret that the proxy was set up with. */
  public Webhook(String proxy, String secret) {
    this.proxy = proxy;
    this.secret = secret;
  }

  @Override
  public void accept(String server) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(proxy + "/webhooks/" + server))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Webhook-Secret", secret)
            .POST(BodyPublishers.ofString("{}"))
            .build();
    var unused = HTTP.sendAsync(request, BodyHandlers.discarding());
  }
}
