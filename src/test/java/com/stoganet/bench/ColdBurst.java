package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SandboxJellyfin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** A hundred first screens of one user at once: Jellyfin should be asked each thing once. */
final class ColdBurst implements Measurement {
  private static final int CALLERS = 100;
  private static final int MANY = 12;
  private static final String WHAT = "100 cold GET /home at once";

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    stage.restart();
    SandboxJellyfin sandbox = stage.backend().sandbox();
    Answer probe = new ProxyUser(stage, "admin").get("/home");
    if (probe.status() != 200) {
      report.notAvailable(WHAT, "status " + probe.status());
      return;
    }
    ProxyUser kid = new ProxyUser(stage, "kid");
    stage.backend().awaitQuiet();
    sandbox.clearRequests();
    double slowest = burst(kid, report);
    String id = sandbox.users().idOf("kid");
    String token = sandbox.lastTokenOf("kid").orElse("-");
    List<RecordedRequest> requests =
        sandbox.requests().stream()
            .filter(
                request ->
                    request.toString().contains(id)
                        || request.header("Authorization").orElse("").contains(token))
            .toList();
    report.value(
        WHAT + ", requests to Jellyfin for other users or for none",
        Integer.toString(sandbox.requests().size() - requests.size()));
    Map<String, Long> asked =
        requests.stream()
            .collect(Collectors.groupingBy(RecordedRequest::toString, Collectors.counting()));
    long most = asked.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    report.value(WHAT + ", distinct requests to Jellyfin", Integer.toString(asked.size()));
    if (asked.isEmpty()) {
      report.notAvailable(WHAT, "Jellyfin was not asked at all");
    } else {
      report.atMost(WHAT + ", the same request to Jellyfin", most, 1, "times");
    }
    report.value(WHAT + ", slowest answer", String.format(Locale.ROOT, "%.0f ms", slowest));
    Map<String, Long> paths =
        requests.stream()
            .map(request -> request.method() + " " + request.path())
            .collect(Collectors.groupingBy(path -> path, TreeMap::new, Collectors.counting()));
    report.note(WHAT + ": what Jellyfin was asked: " + shortened(paths));
    asked.forEach(
        (request, count) -> {
          if (count > 1) {
            report.note(WHAT + ": " + count + " x " + request);
          }
        });
  }

  private static String shortened(Map<String, Long> paths) {
    String more = paths.size() > MANY ? " and " + (paths.size() - MANY) + " other paths" : "";
    return paths.entrySet().stream().limit(MANY).toList() + more;
  }

  /** Milliseconds until the last one has its answer. */
  private static double burst(ProxyUser user, Report report) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    CountDownLatch gate = new CountDownLatch(1);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        answers.add(
            threads.submit(
                () -> {
                  gate.await();
                  return user.get("/home");
                }));
      }
      long begin = System.nanoTime();
      gate.countDown();
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (Future<Answer> answer : answers) {
        statuses.merge(answer.get().status(), 1, Integer::sum);
      }
      double slowest = (System.nanoTime() - begin) / 1e6;
      report.note(WHAT + ": how many answers had which status: " + statuses);
      return slowest;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
