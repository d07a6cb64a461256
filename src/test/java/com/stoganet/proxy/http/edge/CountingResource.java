package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows the version of its answer, and counts how often it had to build one. */
@Path("/{version}")
@ApplicationScoped
public class CountingResource {

  private final AtomicInteger built = new AtomicInteger();
  private final Preconditions preconditions;

  /** For the proxies of CDI only. */
  protected CountingResource() {
    this(null);
  }

  @Inject
  public CountingResource(Preconditions preconditions) {
    this.preconditions = preconditions;
  }

  /** Another answer every time, which only its version makes the same. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Integer> get(@PathParam("version") String version) {
    preconditions.check(version);
    return Map.of("built", built.incrementAndGet());
  }
}
