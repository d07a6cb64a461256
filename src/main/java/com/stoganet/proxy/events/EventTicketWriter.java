package com.stoganet.proxy.events;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Port: writes the address of the event stream as the contract defines it. */
public interface EventTicketWriter {

  /** Writes the complete response. */
  void write(EventAddress address, HttpServletResponse response) throws IOException;
}
