package com.stoganet.proxy.http.edge;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A second API beside the real one, with what the real one does about failures. */
@ApplicationPath("/counting")
public class CountingApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        CountingResource.class,
        RepresentationFilter.class,
        WebApplicationExceptionMapper.class,
        UnexpectedExceptionMapper.class);
  }
}
