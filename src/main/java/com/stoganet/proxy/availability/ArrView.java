package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.availability.ArrSnapshots.Server;
import java.util.List;
import java.util.Optional;

/**
 * What one Radarr or Sonarr reports about a title.
 *
 * @param downloads those that are still of interest
 * @param current whether the server answered lately
 */
record ArrView(Server server, Optional<ArrTitle> title, List<Download> downloads, boolean current) {

  static List<Download> downloads(List<ArrView> views) {
    return views.stream().flatMap(view -> view.downloads().stream()).toList();
  }
}
