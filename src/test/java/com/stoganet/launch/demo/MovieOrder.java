package com.stoganet.launch.demo;

import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.Description;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;

/** A movie that Radarr looks for. */
record MovieOrder(SandboxRadarr radarr, int tmdbId) implements Order {

  @Override
  public SandboxArr server() {
    return radarr;
  }

  @Override
  public String serverName() {
    return "radarr";
  }

  @Override
  public String name() {
    return radarr.describe(tmdbId).title();
  }

  @Override
  public void grab(String downloadId, double size) {
    radarr.grab(tmdbId, downloadId, size);
  }

  @Override
  public void appear(Library library) {
    Description movie = radarr.describe(tmdbId);
    Item item = library.addMovie(movie.title(), tmdbId);
    library.describe(
        item.id(), movie.year(), movie.certification(), movie.overview(), movie.genres());
  }
}
