package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.ExchangeFailures;
import com.stoganet.proxy.clients.qbittorrent.QbittorrentOutage.Reason;
import com.stoganet.proxy.shared.Log;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one way to qBittorrent: when half of the last ten exchanges found it out of order, the next
 * ones fail at once, until a single one, two seconds later, finds it well.
 */
final class QbittorrentCircuit {

  private static final Log LOG = Log.of(QbittorrentCircuit.class);
  private static final int COUNTED = 10;
  private static final int FIRST_SERVER_ERROR = 500;

  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .handle(QbittorrentOutage.class)
          .withFailureThreshold(COUNTED / 2, COUNTED)
          .withDelay(Duration.ofSeconds(2))
          .withSuccessThreshold(1)
          .build();

  /**
   * Makes one exchange.
   *
   * @throws QbittorrentOutage when qBittorrent is out of order
   * @throws QbittorrentFailure when it does not know us, or this route
   */
  <T> T pass(Supplier<T> exchange) {
    try {
      return Failsafe.with(breaker).get(() -> checked(exchange));
    } catch (CircuitBreakerOpenException e) {
      throw new QbittorrentOutage(Reason.UNREACHABLE, e);
    }
  }

  private static <T> T checked(Supplier<T> exchange) {
    T answer;
    try {
      answer = exchange.get();
    } catch (QbittorrentFailure failure) {
      if (failure.refusal() || failure.unknownRoute()) {
        throw failure;
      }
      throw outage(
          failure.status() < FIRST_SERVER_ERROR ? Reason.NONSENSE : Reason.UNREACHABLE, failure);
    } catch (ProcessingException e) {
      throw outage(ExchangeFailures.unreadable(e) ? Reason.NONSENSE : Reason.UNREACHABLE, e);
    }
    if (answer == null) {
      throw outage(Reason.NONSENSE, null);
    }
    return answer;
  }

  private static QbittorrentOutage outage(Reason reason, RuntimeException cause) {
    QbittorrentOutage outage = new QbittorrentOutage(reason, cause);
    LOG.warn(outage.getMessage());
    return outage;
  }
}
