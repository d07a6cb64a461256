package com.stoganet.proxy.persistence;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.config.Keys;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Hmac;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Logs a changed key when the application starts, and encrypts the stored secrets again with the
 * new one.
 */
@Service
public class KeyRotation {

  private static final Log LOG = Log.of(KeyRotation.class);
  private static final String FINGERPRINT = "stoganet-api-proxy fingerprint 1";
  private static final String NONE = "none";

  private final Settings settings;
  private final Migrations migrations;
  private final SeenKeys seen;
  private final SealedSecrets secrets;
  private final Audit audit;
  private final Clock clock;

  @Resource private ManagedExecutorService executor;

  @Inject
  public KeyRotation(
      Settings settings,
      Migrations migrations,
      SeenKeys seen,
      SealedSecrets secrets,
      Audit audit,
      Clock clock) {
    this.settings = settings;
    this.migrations = migrations;
    this.seen = seen;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * After the migrations, and on another thread: on Open Liberty theirs holds the only connection
   * to SQLite until everything has started. The thread is the container's, since an idle one of our
   * own would keep that connection. Previous keys open what is not done yet.
   */
  void begin(@Observes @Priority(20) Startup event) {
    if (migrations.done()) {
      executor.execute(this::follow);
    }
  }

  private void follow() {
    try {
      noteChanges(settings.keys());
      renewSecrets();
    } catch (ApiException e) {
      // The database fails, which has been logged; previous keys are of use until the next start.
      LOG.warn("Stored secrets may still need a previous key: keep it for another start.");
    }
  }

  private void noteChanges(Keys keys) {
    byte[] pair = keys.ecPublic() == null ? null : keys.ecPublic().getEncoded();
    noteChange("signing_key", bytes(keys.signing()));
    noteChange("key_pair", pair);
    noteChange("data_key", bytes(keys.data()));
  }

  private void noteChange(String name, byte[] key) {
    String fingerprint = key == null ? NONE : Hmac.fingerprint(key, FINGERPRINT);
    if (seen.changed(name, fingerprint, clock.instant())) {
      audit.write(new Audit.Entry(KeyEvent.KEY_CHANGED, null, null, null, null, name));
    }
  }

  private void renewSecrets() {
    int renewed = 0;
    String id = "";
    while (id != null) {
      SealedSecrets.Batch batch = secrets.renewAfter(id);
      renewed += batch.renewed();
      id = batch.last();
    }
    LOG.info("Stored secrets that were sealed anew with the present key: " + renewed);
  }

  private static byte[] bytes(String key) {
    return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }
}
