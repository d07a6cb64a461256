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

  /** Open to everybody, so it says nothing about the key. */
  @GET
  @Path("/status")
  SeerrStatus status();

  /** In the order of their numbers; without {@code take} ten of them. */
  @GET
  @Path("/user")
  SeerrUsers users(@QueryParam("take") int take, @QueryParam("skip") int skip);

  /**
   * A title as the owner sees it.
   *
   * @param kind movie or tv
   */
  @GET
  @Path("/{kind}/{number}")
  SeerrTitle title(@PathParam("kind") String kind, @PathParam("number") long number);

  /**
   * 201, or 202 when there was nothing to ask for. Without the header it would be the owner who
   * asks, whose requests are approved at once.
   */
  @POST
  @Path("/request")
  String request(@HeaderParam("X-API-User") int user, SeerrRequest request);
}
