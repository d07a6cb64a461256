package com.stoganet.proxy.clients.seerr;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The routes of Seerr that the proxy calls; Jellyseerr and Overseerr have the same. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SeerrApi {

  /** Needs no API key, so an answer does not prove that the key is valid. */
  @GET
  @Path("/status")
  SeerrStatus status();

  /** Users in the order of their numbers; ten of them without {@code take}. */
  @GET
  @Path("/user")
  SeerrUsers users(@QueryParam("take") int take, @QueryParam("skip") int skip);

  /**
   * A title as the owner of Seerr sees it.
   *
   * @param kind movie or tv
   */
  @GET
  @Path("/{kind}/{number}")
  SeerrTitle title(@PathParam("kind") String kind, @PathParam("number") long number);

  /**
   * 201, or 202 when there was nothing left to request. Without the header of the user, Seerr would
   * take the request as one of its owner and approve it at once.
   */
  @POST
  @Path("/request")
  String request(@HeaderParam("X-API-User") int user, SeerrRequest request);
}
