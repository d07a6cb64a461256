package com.stoganet.proxy.clients.arr;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The routes that Radarr and Sonarr have in common, from their common ancestor.
 *
 * <p>An answer that the proxy does not use is declared as text: with {@code void}, Jersey (the
 * client of Payara) tries to read the JSON and fails.
 */
@Path("/api/v3")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ArrApi {

  @GET
  @Path("/system/status")
  SystemStatus status();

  @GET
  @Path("/qualityprofile")
  List<QualityProfile> qualityProfiles();

  @GET
  @Path("/rootfolder")
  List<RootFolder> rootFolders();

  /** 404 when the row is gone. */
  @DELETE
  @Path("/queue/{id}")
  String remove(
      @PathParam("id") long id,
      @QueryParam("removeFromClient") boolean removeFromClient,
      @QueryParam("blocklist") boolean blocklist,
      @QueryParam("skipRedownload") boolean skipRedownload);

  /** Downloads a release that the server delays; 404 when the row is gone. */
  @POST
  @Path("/queue/grab/{id}")
  String grab(@PathParam("id") long id);

  /** 500 when the server does not know the name of the command. */
  @POST
  @Path("/command")
  String command(Command command);
}
