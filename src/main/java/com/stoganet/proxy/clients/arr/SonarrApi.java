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

  /** A list of one series or none. */
  @GET
  @Path("/series")
  List<Series> byTvdb(@QueryParam("tvdbId") int tvdbId);

  /** 404 when the series is gone. */
  @GET
  @Path("/series/{id}")
  Series one(@PathParam("id") int id);

  /** The complete series, for {@link #change}. */
  @GET
  @Path("/series/{id}")
  JsonObject whole(@PathParam("id") int id);

  /**
   * Requires the complete series; when the flag of a season changes, Sonarr sets it on all its
   * episodes.
   */
  @PUT
  @Path("/series/{id}")
  String change(@PathParam("id") int id, JsonObject series);

  /**
   * 400 when Sonarr already has the series or does not know it, 409 when another client added it at
   * the same time.
   */
  @POST
  @Path("/series")
  String add(Series.Addition series);

  /** The list is empty while Sonarr still reads a series that was just added. */
  @GET
  @Path("/episode")
  List<EpisodeItem> episodes(@QueryParam("seriesId") int seriesId);

  @PUT
  @Path("/episode/monitor")
  String monitor(EpisodeItem.Edit edit);

  /**
   * The whole queue, unlike {@code /queue}, with a row for each episode; includes rows that belong
   * to no series.
   */
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
