package com.stoganet.launch;

/** A server with the proxy in it, in a process of its own. */
public interface ProxyServer extends AutoCloseable {

  /** Whether the process is there; it may not answer yet. */
  boolean alive();

  /** What the server has logged so far. */
  String output();

  /** Ends the server as an administrator does. */
  @Override
  void close();
}
