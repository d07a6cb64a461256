package com.stoganet.proxy.clients.jellyfin;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;

/** Jellyfin's JSON: names like {@code ProductionYear}. */
public class JellyfinJson implements ContextResolver<Jsonb> {

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
