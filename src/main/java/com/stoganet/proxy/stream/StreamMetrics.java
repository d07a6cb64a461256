package com.stoganet.proxy.stream;

import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.OpenStream.End;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** The metrics of streams; docs/operating.md lists them. */
@Service
public class StreamMetrics {

  private final MetricRegistry registry;
  private final AtomicInteger open = new AtomicInteger();
  private final Counter bytes;
  private final Timer firstByte;

  @Inject
  public StreamMetrics(MetricRegistry registry) {
    this.registry = registry;
    this.bytes = registry.counter("stoganet_stream_bytes");
    this.firstByte = registry.timer("stoganet_stream_first_byte");
    registry.gauge("stoganet_streams_open", open, AtomicInteger::get);
    for (End why : End.values()) {
      endings(why);
    }
  }

  /** So many streams are open now. */
  void opened(int streams) {
    open.set(streams);
  }

  /** The first byte of a video went out so many nanoseconds after its request came in. */
  void firstByte(long nanos) {
    firstByte.update(Duration.ofNanos(nanos));
  }

  void sent(int count) {
    bytes.inc(count);
  }

  void ended(End why) {
    endings(why).inc();
  }

  private Counter endings(End why) {
    return registry.counter(
        "stoganet_streams_ended", new Tag("cause", why.name().toLowerCase(Locale.ROOT)));
  }
}
