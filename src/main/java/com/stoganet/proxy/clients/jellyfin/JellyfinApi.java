package com.stoganet.proxy.clients.jellyfin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/**
 * The routes of Jellyfin 10.10 to 12 that the proxy calls; none of them is obsolete.
 *
 * <p>Query parameters Jellyfin does not know are ignored by it silently, and lists with a word it
 * does not know lose that word: spell them exactly.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface JellyfinApi {

  @GET
  @Path("/System/Info/Public")
  PublicSystemInfo systemInfo();

  @POST
  @Path("/Users/AuthenticateByName")
  AuthenticationResult authenticate(
      @HeaderParam("Authorization") String authorization, Credentials credentials);

  @GET
  @Path("/Items")
  ItemPage items(@HeaderParam("Authorization") String authorization, @BeanParam ItemQuery query);

  /** Also the access check: 404 when the user may not see the item. */
  @GET
  @Path("/Items/{id}")
  BaseItem item(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @GET
  @Path("/Shows/{id}/Seasons")
  ItemPage seasons(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId,
      @QueryParam("isMissing") boolean isMissing,
      @QueryParam("fields") String fields);

  /** With {@code disableFirstEpisode} a series that nobody began has no next episode. */
  @GET
  @Path("/Shows/NextUp")
  ItemPage nextUp(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("limit") int limit,
      @QueryParam("enableResumable") boolean enableResumable,
      @QueryParam("disableFirstEpisode") boolean disableFirstEpisode,
      @QueryParam("fields") String fields);
}
