package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.stream.MediaSource.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;

/** An answer of Jellyfin with the bytes of a file. */
final class JellyfinBytes implements Upstream {

  private final HttpURLConnection connection;
  private final int status;

  JellyfinBytes(HttpURLConnection connection, int status) {
    this.connection = connection;
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String header(String name) {
    return connection.getHeaderField(name);
  }

  @Override
  public InputStream body() {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the connection: draining the rest of a film to keep it would cost far more. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
