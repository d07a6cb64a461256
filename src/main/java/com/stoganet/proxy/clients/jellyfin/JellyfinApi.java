package com.stoganet.proxy.clients.jellyfin;

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

  /** Jellyfin 12 collapses movies into collections unless told otherwise. */
  @GET
  @Path("/Items?recursive=true&collapseBoxSetItems=false&isMissing=false")
  ItemPage items(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("includeItemTypes") String types,
      @QueryParam("fields") String fields,
      @QueryParam("sortBy") String sortBy,
      @QueryParam("startIndex") int startIndex,
      @QueryParam("limit") int limit,
      @QueryParam("hasTmdbId") Boolean hasTmdbId,
      @QueryParam("enableUserData") boolean enableUserData,
      @QueryParam("enableImages") boolean enableImages);

  /** Also the access check: 404 when the user may not see the item. */
  @GET
  @Path("/Items/{id}")
  BaseItem item(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @GET
  @Path("/Shows/{id}/Seasons?isMissing=false&fields=ChildCount,Overview")
  ItemPage seasons(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @GET
  @Path("/Shows/NextUp?limit=1&enableResumable=true&disableFirstEpisode=true")
  ItemPage nextUp(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("fields") String fields);
}
