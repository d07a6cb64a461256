package com.stoganet.proxy.audit;

import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RequestId;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Locale;

/**
 * One line of JSON per entry, beginning with {@code audit}.
 *
 * <p>What a client wrote comes last and is escaped, so that no client can make up an entry; the
 * filter for fail2ban counts on this order.
 */
@Service
public class AuditLog implements Audit {

  private static final Log LOG = Log.of(AuditLog.class);
  private static final int LONGEST = 100;

  private final Clock clock;

  @Inject
  public AuditLog(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void write(Entry entry) {
    JsonObjectBuilder line = Json.createObjectBuilder();
    line.add("time", clock.instant().toString());
    line.add("event", entry.event().name().toLowerCase(Locale.ROOT));
    add(line, "address", entry.address());
    add(line, "reason", entry.reason());
    add(line, "request_id", RequestId.current());
    add(line, "session", entry.session());
    add(line, "user", entry.user());
    add(line, "device", entry.device());
    LOG.plain("audit " + line.build());
  }

  private static void add(JsonObjectBuilder line, String name, String value) {
    if (value != null) {
      line.add(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
  }
}
