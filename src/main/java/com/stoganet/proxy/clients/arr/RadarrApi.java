package com.stoganet.proxy.clients.arr;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The routes of Radarr 4 to 6 that the proxy calls; none of them has pages. */
@Path("/api/v3")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface RadarrApi {

  /**
   * Needs Radarr's metadata service; "tmdb:603" looks up a number, any other term searches by
   * words.
   */
  @GET
  @Path("/movie/lookup")
  List<Movie> lookup(@QueryParam("term") String term);

  /** Without {@code excludeLocalCovers} Radarr reads the disk for each picture. */
  @GET
  @Path("/movie")
  List<Movie> movies(@QueryParam("excludeLocalCovers") boolean excludeLocalCovers);

  /** A list of one movie or none. */
  @GET
  @Path("/movie")
  List<Movie> movie(
      @QueryParam("tmdbId") long tmdbId,
      @QueryParam("excludeLocalCovers") boolean excludeLocalCovers);

  /**
   * 400 when Radarr already has the movie or does not know it, 409 when another client added it at
   * the same time.
   */
  @POST
  @Path("/movie")
  String add(Movie.Addition movie);

  @PUT
  @Path("/movie/editor")
  String edit(Movie.Edit edit);

  /** The whole queue, unlike {@code /queue}; includes rows that belong to no movie. */
  @GET
  @Path("/queue/details")
  List<QueueResource> queue(@QueryParam("includeMovie") boolean includeMovie);

  /** Movies with any of their release dates in this period. */
  @GET
  @Path("/calendar")
  List<Movie> calendar(
      @QueryParam("start") String start,
      @QueryParam("end") String end,
      @QueryParam("unmonitored") boolean unmonitored);
}
