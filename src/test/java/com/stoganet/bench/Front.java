package com.stoganet.bench;

import java.nio.charset.StandardCharsets;

/**
 * A server that is asked for the film.
 *
 * @param authorization the header of that name; null for none
 */
record Front(String name, int port, String path, String authorization, ProcessFigures figures) {

  /** One whose connection ends with the answer, for everything. */
  byte[] wholeFilm() {
    return request("Connection: close\r\n");
  }

  /** One for a part; {@code last} is the last byte of it. */
  byte[] range(long first, long last, boolean keepAlive) {
    return request(
        "Range: bytes="
            + first
            + "-"
            + last
            + "\r\nConnection: "
            + (keepAlive ? "keep-alive" : "close")
            + "\r\n");
  }

  private byte[] request(String headers) {
    String text =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUser-Agent: bench\r\nAccept: */*\r\n"
            + (authorization == null ? "" : "Authorization: " + authorization + "\r\n")
            + headers
            + "\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
