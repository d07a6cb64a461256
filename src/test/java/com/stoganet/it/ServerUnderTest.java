package com.stoganet.it;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.PayaraServer;
import com.stoganet.launch.ProxyServer;
import java.util.Locale;
import java.util.Map;

/** The server that the black-box suite runs on: the system property it.server. */
enum ServerUnderTest {
  LIBERTY,
  PAYARA;

  static ServerUnderTest current() {
    return valueOf(System.getProperty("it.server", "liberty").toUpperCase(Locale.ROOT));
  }

  ProxyServer start(Map<String, String> settings) {
    // Each process that runs tests has a server of its own.
    String name = "black-box-" + System.getProperty("it.process", "process-1");
    return switch (this) {
      case LIBERTY -> LibertyServer.startCopy(name, settings);
      case PAYARA -> PayaraServer.start(name, settings);
    };
  }
}
