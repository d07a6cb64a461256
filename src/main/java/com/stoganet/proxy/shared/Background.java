package com.stoganet.proxy.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Threads of the server for work beside a request; its log lines keep the request's id. */
@ApplicationScoped
public class Background implements Executor {

  @Resource private ManagedExecutorService threads;

  @Override
  public void execute(Runnable work) {
    String id = RequestId.current();
    threads.execute(
        () -> {
          RequestId.bind(id);
          try {
            work.run();
          } finally {
            RequestId.bind(null);
          }
        });
  }

  /** The answer of {@code question}, which is asked on another thread. */
  public <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, this);
  }
}
