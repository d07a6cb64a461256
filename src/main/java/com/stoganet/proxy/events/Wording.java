package com.stoganet.proxy.events;

/** Port: what clients are told of a happening. */
public interface Wording {

  /** A JSON object on one line. */
  String json(Happening happening);
}
