package com.stoganet.proxy.events;

/** Port: writes an event in the words of the contract. */
public interface EventSerializer {

  /** A JSON object on one line. */
  String json(ClientEvent event);
}
