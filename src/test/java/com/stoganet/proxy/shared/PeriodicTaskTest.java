package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodicTaskTest {

  private int runs;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void given_work_that_fails_when_scheduled_then_it_is_done_again(boolean outage) throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    PeriodicTask task =
        new PeriodicTask(
            "Testing",
            () -> {
              thrice.countDown();
              throw outage
                  ? ApiException.unavailable("The server does not answer.", null)
                  : new IllegalStateException("as this test wants it");
            });
    ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(1);
    try {
      Future<?> unused = scheduler.scheduleWithFixedDelay(task, 0, 1, TimeUnit.MILLISECONDS);

      assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      scheduler.shutdownNow();
    }
  }

  @Test
  void given_work_that_is_being_done_when_run_again_then_it_is_not_done_twice_at_a_time() {
    PeriodicTask[] task = new PeriodicTask[1];
    task[0] =
        new PeriodicTask(
            "Testing",
            () -> {
              runs++;
              task[0].run();
            });

    task[0].run();
    assertThat(runs).isEqualTo(1);
    task[0].run();
    assertThat(runs).isEqualTo(2);
  }
}
