package com.stoganet.proxy.events;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Port: tells a client the address for live updates in the words of the contract. */
public interface EventTicketWriter {

  /** Writes the whole answer. */
  void write(EventAddress address, HttpServletResponse response) throws IOException;
}
