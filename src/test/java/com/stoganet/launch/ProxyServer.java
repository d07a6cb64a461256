package com.stoganet.launch;

import java.nio.file.Path;
import java.util.List;

/** A server with the proxy in it, in a process of its own. */
public interface ProxyServer extends AutoCloseable {

  /** Whether the process is there; it may not answer yet. */
  boolean alive();

  /** What the server has logged so far. */
  String output();

  /** Every file the server has logged to. */
  List<Path> logs();

  /** Ends the server as an administrator does. */
  @Override
  void close();
}
