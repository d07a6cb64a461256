package com.stoganet.proxy.incontainer;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Prepares a server for Arquillian: several processes run tests at the same time, each its own. */
public class ServerOfProcess implements LoadableExtension {

  /** The name that arquillian.xml reads. */
  private static final String PROPERTY = "it.arquillian.server";

  private static final Path TEMPLATE = Path.of("src", "test", "liberty", "arquillian");
  private static final Path SHIPPED = Path.of("src", "main", "liberty", "config");

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(ServerOfProcess.class);
  }

  /** Goes before arquillian.xml is read. */
  void prepare(@Observes(precedence = 1) ManagerStarted event) throws IOException {
    String name = "arquillian-" + System.getProperty("it.process", "process-1");
    Path server = Files.createDirectories(LibertyServer.directory(name));
    Files.copy(
        TEMPLATE.resolve("server.xml"),
        server.resolve("server.xml"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        SHIPPED.resolve("jvm.options"),
        server.resolve("jvm.options"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        server.resolve("bootstrap.properties"), "it.arquillian.port=" + Ports.free() + "\n");
    System.setProperty(PROPERTY, name);
  }
}
