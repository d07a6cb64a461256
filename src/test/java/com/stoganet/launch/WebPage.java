package com.stoganet.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A web page on the loopback interface that tells what it has seen by a POST to /told. */
public final class WebPage implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;

  private final HttpServer server;
  private final byte[] html;
  private final CompletableFuture<String> told = new CompletableFuture<>();

  private WebPage(HttpServer server, String html) {
    this.server = server;
    this.html = html.getBytes(StandardCharsets.UTF_8);
  }

  /** Serves the page at any path of this port. */
  public static WebPage serve(int port, String html) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    WebPage page = new WebPage(server, html);
    server.createContext("/", page::answer);
    server.createContext("/told", page::listen);
    server.start();
    return page;
  }

  private void answer(HttpExchange http) throws IOException {
    http.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    http.sendResponseHeaders(200, html.length);
    http.getResponseBody().write(html);
    http.close();
  }

  private void listen(HttpExchange http) throws IOException {
    told.complete(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    http.sendResponseHeaders(204, -1);
    http.close();
  }

  /** What it told; {@code browser} is who shows it, for the message when nothing comes. */
  public String told(WebBrowser browser) throws InterruptedException, ExecutionException {
    try {
      return told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The page tells nothing; " + browser.output(), e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
