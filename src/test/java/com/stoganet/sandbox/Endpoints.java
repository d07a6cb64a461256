package com.stoganet.sandbox;

/** Brings all parts of the API together. */
final class Endpoints {
  private Endpoints() {}

  static Routes of(ServerState server) {
    Routes routes = new Routes();
    new SystemEndpoints(server).add(routes);
    new LocalizationEndpoints(server).add(routes);
    new UserEndpoints(server).add(routes);
    new QuickConnectEndpoints(server).add(routes);
    new ItemEndpoints(server).add(routes);
    new HomeEndpoints(server).add(routes);
    new ShowEndpoints(server).add(routes);
    new UserDataEndpoints(server).add(routes);
    new PlaystateEndpoints(server).add(routes);
    new PlaybackInfoEndpoints(server).add(routes);
    new VideoEndpoints(server).add(routes);
    new SubtitleEndpoints(server).add(routes);
    new ImageEndpoints(server).add(routes);
    return routes;
  }
}
