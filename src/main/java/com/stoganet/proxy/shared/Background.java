package com.stoganet.proxy.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads for work beside a request; its log lines keep the request's id, and Jellyfin is told the
 * same address of the client.
 *
 * <p>They are our own: on Open Liberty requests that wait for such work would otherwise hold the
 * very threads that it needs.
 */
@Service
public class Background implements Executor {

  /** Also how much is asked of the backends at a time. */
  private static final int THREADS = 32;

  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory factory;

  /** Ends after each piece of work what the server would only end with the thread. */
  @Resource private ContextService contexts;

  private ThreadPoolExecutor threads;

  @PostConstruct
  void open() {
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    threads.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  @Override
  public void execute(Runnable work) {
    String id = RequestId.current();
    ClientAddress client = ClientAddress.current();
    // Otherwise an idle thread would keep the connection to the database that it used last.
    threads.execute(
        contexts.contextualRunnable(
            () -> {
              RequestId.bind(id);
              ClientAddress.bind(client);
              try {
                work.run();
              } finally {
                ClientAddress.bind(null);
                RequestId.bind(null);
              }
            }));
  }

  /** The answer of {@code question}, which is asked on another thread. */
  public <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, this);
  }

  /** Waits for an answer; its failure is thrown as it was. */
  public static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
