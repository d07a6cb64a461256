package com.stoganet.proxy.clients.qbittorrent;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Web UI itself, which tells versions apart before a login. */
@Path("/")
public interface QbittorrentFront {

  /** Since qBittorrent 5.2, 404 to a request with any API key; before, the page, 200. */
  @GET
  @Produces(MediaType.WILDCARD)
  String page();
}
