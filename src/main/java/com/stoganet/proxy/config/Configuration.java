package com.stoganet.proxy.config;

import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Reads the settings when the application starts and says everything that is wrong with them. */
@Service
public class Configuration {

  private static final Log LOG = Log.of(Configuration.class);

  /** What sysexits calls EX_CONFIG: supervisors can tell it from a crash. */
  private static final int EXIT_CONFIG = 78;

  private final Settings settings;
  private final boolean launched;

  @Inject
  public Configuration(Config config) {
    this.settings = Settings.read(name -> config.getOptionalValue(name, String.class));
    this.launched = config.getOptionalValue("STOGANET_LAUNCHED", Boolean.class).orElse(false);
  }

  /** The settings; check {@link Settings#complete()} before relying on a value. */
  @Produces
  @Dependent
  public Settings settings() {
    return settings;
  }

  void check(@Observes @Priority(1) Startup event) {
    if (settings.complete()) {
      return;
    }
    StringBuilder message = new StringBuilder("The proxy does not serve: settings are wrong.");
    settings.problems().forEach(problem -> message.append("\n  * ").append(problem));
    LOG.warn(message.toString());
    if (launched) {
      stopTheServer();
    }
  }

  /**
   * Ends a process that our launcher started: the operator who started it is looking at it. A
   * server that is not ours keeps running, with readiness down.
   */
  private static void stopTheServer() {
    Thread exit = new Thread(() -> System.exit(EXIT_CONFIG), "stoganet-exit");
    exit.setDaemon(true);
    exit.start();
  }
}
