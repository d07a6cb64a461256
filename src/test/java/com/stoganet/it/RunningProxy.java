package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Behaviour;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts the server before the first black-box test and ends it after the last. */
class RunningProxy implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(RunningProxy.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Proxy proxy =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Proxy.class, unused -> Proxy.start(), Proxy.class);
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
