package com.stoganet.proxy.http;

import com.stoganet.proxy.http.auth.AuthResource;
import com.stoganet.proxy.http.calendar.CalendarResource;
import com.stoganet.proxy.http.downloads.DownloadsResource;
import com.stoganet.proxy.http.edge.ApiExceptionMapper;
import com.stoganet.proxy.http.edge.ConstraintViolationMapper;
import com.stoganet.proxy.http.edge.ParameterConverters;
import com.stoganet.proxy.http.edge.RepresentationFilter;
import com.stoganet.proxy.http.edge.RequestBodies;
import com.stoganet.proxy.http.edge.UnexpectedExceptionMapper;
import com.stoganet.proxy.http.edge.WebApplicationExceptionMapper;
import com.stoganet.proxy.http.library.HomeResource;
import com.stoganet.proxy.http.library.LibraryResource;
import com.stoganet.proxy.http.library.SearchResource;
import com.stoganet.proxy.http.playback.PlaybackResource;
import com.stoganet.proxy.http.requests.RequestsResource;
import com.stoganet.proxy.http.webhooks.WebhooksResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The JSON API.
 *
 * <p>The classes are listed because servers scan differently: not all of them find a resource whose
 * {@code @Path} is on its generated interface. It is a bean because Payara ignores the login
 * configuration of other classes.
 */
@ApplicationPath("/")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT")
public class ProxyApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AuthResource.class,
        CalendarResource.class,
        DownloadsResource.class,
        HealthResource.class,
        HomeResource.class,
        LibraryResource.class,
        PlaybackResource.class,
        RequestsResource.class,
        SearchResource.class,
        WebhooksResource.class,
        ApiExceptionMapper.class,
        ConstraintViolationMapper.class,
        UnexpectedExceptionMapper.class,
        WebApplicationExceptionMapper.class,
        ParameterConverters.class,
        RequestBodies.class,
        RepresentationFilter.class);
  }

  /** Jersey would describe every resource to every client at /application.wadl. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
