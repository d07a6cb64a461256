package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The listening socket on the loopback interface; it can go away and come back. */
public final class HttpFront {
  static {
    // Without it, Nagle's algorithm and delayed acknowledgements add 40 ms to small answers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 256;

  private final HttpHandler handler;
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
  private HttpServer http;
  private int port;

  public HttpFront(HttpHandler handler) {
    this.handler = handler;
  }

  /** Binds; port 0 takes any free one, and keeps it from then on. */
  public synchronized void open(int wanted) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), wanted);
    http = HttpServer.create(address, BACKLOG);
    port = http.getAddress().getPort();
    http.createContext("/", handler);
    http.setExecutor(threads);
    http.start();
  }

  /** Breaks all connections; new ones are refused. */
  public synchronized void close() {
    if (http != null) {
      http.stop(0);
      http = null;
    }
  }

  public synchronized void reopen() throws IOException {
    if (http == null) {
      open(port);
    }
  }

  public synchronized int port() {
    return port;
  }

  public void shutDown() {
    close();
    threads.shutdownNow();
  }

  private static ThreadFactory daemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "sandbox-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
