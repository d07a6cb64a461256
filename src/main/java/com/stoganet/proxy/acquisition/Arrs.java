package com.stoganet.proxy.acquisition;

import java.util.List;

/**
 * Port: the configured Radarr and Sonarr servers, those for movies first; the first server of each
 * kind is the default one.
 */
public interface Arrs {

  List<Arr> all();
}
