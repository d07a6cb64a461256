package com.stoganet.proxy.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Port: tells a client addresses in the words of the contract. */
public interface PlayLinksWriter {

  /** Writes the whole answer. */
  void write(PlayLinks links, HttpServletResponse response) throws IOException;
}
