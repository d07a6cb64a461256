package com.stoganet.proxy.clients.qbittorrent;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes a failure of every answer that is not a success; redirects are never followed. */
public class QbittorrentFailureMapper implements ResponseExceptionMapper<QbittorrentFailure> {

  private static final int FIRST_REDIRECT = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REDIRECT;
  }

  @Override
  public QbittorrentFailure toThrowable(Response response) {
    return new QbittorrentFailure(response.getStatus());
  }
}
