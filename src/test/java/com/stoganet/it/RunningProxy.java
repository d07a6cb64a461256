package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Behaviour;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the server before the first black-box test; it ends with the process.
 *
 * <p>JUnit could not end it earlier: Failsafe gives a process that is one of several its classes
 * one by one, and each of them is all that JUnit knows of.
 */
class RunningProxy implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Proxy proxy = Proxy.running();
    System.setProperty("microshed_manual_env", "true");
    System.setProperty("microshed_hostname", "127.0.0.1");
    System.setProperty("microshed_http_port", Integer.toString(proxy.port()));
    System.setProperty("microshed_app_context_root", "/");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Proxy.jellyfin().clearRequests();
    Proxy.arrs().clearRequests();
  }

  /** Whatever a test is about, Jellyfin is spoken to as its current version wants it. */
  @Override
  public void afterEach(ExtensionContext context) {
    Proxy.jellyfin().become(Proxy.JELLYFIN);
    if (Proxy.jellyfin().wasTroubled()) {
      Proxy.jellyfin().behave(Behaviour.normal());
      Proxy.awaitRecovery();
    }
    assertThat(Proxy.jellyfin().violations()).isEmpty();
    assertThat(Proxy.arrs().violations()).isEmpty();
  }
}
