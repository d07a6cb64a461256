package com.stoganet.proxy.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for each stream of bytes or events, apart from those of the server: virtual ones where
 * Java has good ones, so that a thousand viewers cost next to nothing;
 * docs/adr/0010-the-byte-pump.md.
 */
@Service
public class StreamThreads {

  /** From this version on, a virtual thread waits in synchronized code without holding another. */
  private static final int GOOD_VIRTUAL_THREADS = 24;

  private static final long IDLE_SECONDS = 1;

  @Resource private ManagedThreadFactory factory;

  private ExecutorService threads;

  @PostConstruct
  void open() {
    threads = Runtime.version().feature() < GOOD_VIRTUAL_THREADS ? platform() : virtual();
  }

  /** As many as there are streams, which are limited. */
  private ExecutorService platform() {
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  /** By its name, since the proxy is compiled for Java 17. */
  private static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Java 21 and later have virtual threads", e);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  /** Runs what may take as long as a film; its log lines carry this request's id. */
  public void run(String requestId, Runnable work) {
    ClientAddress client = ClientAddress.current();
    threads.execute(
        () -> {
          RequestId.bind(requestId);
          ClientAddress.bind(client);
          try {
            work.run();
          } finally {
            ClientAddress.bind(null);
            RequestId.bind(null);
          }
        });
  }
}
