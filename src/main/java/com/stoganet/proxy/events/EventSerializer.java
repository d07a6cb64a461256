package com.stoganet.proxy.events;

/** Port: writes an event as JSON, as the contract defines it. */
public interface EventSerializer {

  /** A JSON object on one line. */
  String json(ClientEvent event);
}
