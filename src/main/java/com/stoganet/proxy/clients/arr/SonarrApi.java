package com.stoganet.proxy.clients.arr;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The routes of Sonarr 3 to 5 that the proxy calls; none of them has pages. */
@Path("/api/v3")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SonarrApi {

  /**
   * Needs Sonarr's metadata service, which also understands "tmdb:1396"; a term that could be a
   * path is an error.
   */
  @GET
  @Path("/series/lookup")
  List<Series> lookup(@QueryParam("term") String term);

  @GET
  @Path("/series")
  List<Series> series();

  /** One or none. */
  @GET
  @Path("/series")
  List<Series> byTvdb(@QueryParam("tvdbId") int tvdbId);

  /** 404 when it is gone. */
  @GET
  @Path("/series/{id}")
  Series one(@PathParam("id") int id);

  /** With all there is, for sending it back. */
  @GET
  @Path("/series/{id}")
  JsonObject whole(@PathParam("id") int id);

  /** Wants everything back; a season whose flag changed takes all its episodes along. */
  @PUT
  @Path("/series/{id}")
  String change(@PathParam("id") int id, JsonObject series);

  /** 400 for what is there already or unknown, 409 when somebody else added it just now. */
  @POST
  @Path("/series")
  String add(Series.Addition series);

  /** None as long as a series that was just added is being read. */
  @GET
  @Path("/episode")
  List<EpisodeItem> episodes(@QueryParam("seriesId") int seriesId);

  @PUT
  @Path("/episode/monitor")
  String monitor(EpisodeItem.Edit edit);

  /** All of it, unlike {@code /queue}, a row for each episode; with rows of no series. */
  @GET
  @Path("/queue/details")
  List<QueueResource> queue(
      @QueryParam("includeSeries") boolean includeSeries,
      @QueryParam("includeEpisode") boolean includeEpisode);

  @GET
  @Path("/calendar")
  List<EpisodeItem> calendar(
      @QueryParam("start") String start,
      @QueryParam("end") String end,
      @QueryParam("includeSeries") boolean includeSeries,
      @QueryParam("unmonitored") boolean unmonitored);
}
