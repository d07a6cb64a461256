package com.stoganet.proxy.clients.qbittorrent;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The routes of qBittorrent 4.1 to 5.3 that the proxy calls.
 *
 * <p>The proxy sends neither Origin nor Referer, since qBittorrent refuses any other than its own.
 */
@Path("/api/v2")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public interface QbittorrentApi {

  /**
   * Up to qBittorrent 5.1 200 with Ok. or Fails., since 5.2 204 or 401; 403 for a banned address. A
   * server that needs no login from this address accepts everything. In every version 401 is also
   * the answer to a Host header that it does not accept.
   */
  @POST
  @Path("/auth/login")
  Response logIn(@FormParam("username") String username, @FormParam("password") String password);

  /** Such as 2.8.19. */
  @GET
  @Path("/app/webapiVersion")
  @Produces(MediaType.TEXT_PLAIN)
  String interfaceVersion(@HeaderParam("Cookie") String cookie);

  /** Such as v4.5.2. */
  @GET
  @Path("/app/version")
  @Produces(MediaType.TEXT_PLAIN)
  String version(@HeaderParam("Cookie") String cookie);

  @GET
  @Path("/torrents/info")
  @Produces(MediaType.APPLICATION_JSON)
  List<ReportedTorrent> torrents(@HeaderParam("Cookie") String cookie);

  /** 200 for an unknown hash, too; 404 when this version does not know the verb. */
  @POST
  @Path("/torrents/{verb}")
  String change(
      @HeaderParam("Cookie") String cookie,
      @PathParam("verb") String verb,
      @FormParam("hashes") String hash);
}
