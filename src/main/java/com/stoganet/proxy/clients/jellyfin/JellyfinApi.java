package com.stoganet.proxy.clients.jellyfin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The routes of Jellyfin 10.10 to 12 that the proxy calls; none of them is obsolete.
 *
 * <p>Jellyfin silently ignores query parameters that it does not know, and drops unknown words from
 * lists: spell them exactly.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface JellyfinApi {

  @GET
  @Path("/System/Info/Public")
  PublicSystemInfo systemInfo();

  /** Plain text; also while Jellyfin starts. */
  @GET
  @Path("/health")
  @Produces(MediaType.TEXT_PLAIN)
  String health();

  @POST
  @Path("/Users/AuthenticateByName")
  AuthenticationResult authenticate(
      @HeaderParam("Authorization") String authorization, Credentials credentials);

  /** Jellyfin 12 has no GET any more; the header must name the device. */
  @POST
  @Path("/QuickConnect/Initiate")
  QuickConnectResult initiate(@HeaderParam("Authorization") String authorization);

  /** 404 when the secret is unknown or expired, or Jellyfin was restarted. */
  @GET
  @Path("/QuickConnect/Connect")
  QuickConnectResult connect(@QueryParam("secret") String secret);

  /** May be repeated, and gives the same token each time. */
  @POST
  @Path("/Users/AuthenticateWithQuickConnect")
  AuthenticationResult redeem(QuickConnectResult.Redemption redemption);

  /** 404 when the code is unknown, 500 when it was approved before. */
  @POST
  @Path("/QuickConnect/Authorize")
  Boolean authorize(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("code") String code,
      @QueryParam("userId") String userId);

  @GET
  @Path("/Users/Me")
  AuthenticationResult.UserDto me(@HeaderParam("Authorization") String authorization);

  /** An account, with the API key; 404 when there is none. */
  @GET
  @Path("/Users/{id}")
  AuthenticationResult.UserDto user(
      @HeaderParam("Authorization") String authorization, @PathParam("id") String id);

  /** All accounts, with the API key. */
  @GET
  @Path("/Users")
  List<AuthenticationResult.UserDto> users(@HeaderParam("Authorization") String authorization);

  /** The certifications of the country that is set in Jellyfin. */
  @GET
  @Path("/Localization/ParentalRatings")
  List<ParentalRating> parentalRatings(@HeaderParam("Authorization") String authorization);

  @POST
  @Path("/Sessions/Logout")
  void logout(@HeaderParam("Authorization") String authorization);

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

  /** The other parts of a video that is in several files. */
  @GET
  @Path("/Videos/{id}/AdditionalParts")
  ItemPage additionalParts(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  /** Jellyfin reads the file if it has not done so: it has no length before. */
  @POST
  @Path("/Items/{id}/PlaybackInfo")
  BaseItem playbackInfo(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      PlaybackInfoRequest request);

  /** Text in UTF-8, without a token; for the first request Jellyfin reads the whole video. */
  @GET
  @Path("/Videos/{id}/{source}/Subtitles/{index}/Stream.{format}")
  byte[] subtitles(
      @PathParam("id") String id,
      @PathParam("source") String source,
      @PathParam("index") int index,
      @PathParam("format") String format);

  /** A list, not a page; with all fields. */
  @GET
  @Path("/Items/{id}/LocalTrailers")
  List<BaseItem> localTrailers(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  /** A list, not a page; with all fields. */
  @GET
  @Path("/Items/{id}/SpecialFeatures")
  List<BaseItem> specialFeatures(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @GET
  @Path("/Items/{id}/Similar")
  ItemPage similar(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId,
      @QueryParam("limit") int limit,
      @QueryParam("fields") String fields);

  /** The libraries of a user, and what they group theirs into. */
  @GET
  @Path("/UserViews")
  ItemPage views(
      @HeaderParam("Authorization") String authorization, @QueryParam("userId") String userId);

  /** A list, not a page; with {@code groupItems} new episodes come as their series or season. */
  @GET
  @Path("/Items/Latest")
  List<BaseItem> latest(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("parentId") String parentId,
      @QueryParam("includeItemTypes") String includeItemTypes,
      @QueryParam("limit") int limit,
      @QueryParam("groupItems") boolean groupItems,
      @QueryParam("enableUserData") boolean enableUserData,
      @QueryParam("fields") String fields);

  /** Without {@code mediaTypes} Jellyfin 12 would send the season and the series along. */
  @GET
  @Path("/UserItems/Resume")
  ItemPage resume(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("parentId") String parentId,
      @QueryParam("mediaTypes") String mediaTypes,
      @QueryParam("limit") int limit,
      @QueryParam("enableTotalRecordCount") boolean enableTotalRecordCount,
      @QueryParam("fields") String fields);

  @GET
  @Path("/Shows/{id}/Seasons")
  ItemPage seasons(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId,
      @QueryParam("fields") String fields);

  /**
   * Episodes of one season, by its number: an unknown number gives none. Without {@code isMissing}
   * it includes those without a file if the user has switched that on.
   */
  @GET
  @Path("/Shows/{id}/Episodes")
  ItemPage episodes(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId,
      @QueryParam("season") Integer season,
      @QueryParam("seasonId") String seasonId,
      @QueryParam("enableImages") boolean enableImages,
      @QueryParam("fields") String fields);

  /** With {@code disableFirstEpisode} a series that the user has not begun has no next episode. */
  @GET
  @Path("/Shows/NextUp")
  ItemPage nextUp(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("userId") String userId,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("limit") int limit,
      @QueryParam("enableResumable") boolean enableResumable,
      @QueryParam("disableFirstEpisode") boolean disableFirstEpisode,
      @QueryParam("enableTotalRecordCount") boolean enableTotalRecordCount,
      @QueryParam("fields") String fields);

  @POST
  @Path("/Sessions/Playing")
  void playing(@HeaderParam("Authorization") String authorization, PlaybackReport report);

  @POST
  @Path("/Sessions/Playing/Progress")
  void progress(@HeaderParam("Authorization") String authorization, PlaybackReport report);

  @POST
  @Path("/Sessions/Playing/Stopped")
  void stopped(@HeaderParam("Authorization") String authorization, PlaybackReport report);

  /** Sets what is not null, without any of the rules that reports are subject to. */
  @POST
  @Path("/UserItems/{id}/UserData")
  BaseItem.UserData setUserData(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId,
      UserDataChange change);

  @POST
  @Path("/UserPlayedItems/{id}")
  BaseItem.UserData markPlayed(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @DELETE
  @Path("/UserPlayedItems/{id}")
  BaseItem.UserData markUnplayed(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @POST
  @Path("/UserFavoriteItems/{id}")
  BaseItem.UserData markFavorite(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);

  @DELETE
  @Path("/UserFavoriteItems/{id}")
  BaseItem.UserData unmarkFavorite(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") String id,
      @QueryParam("userId") String userId);
}
