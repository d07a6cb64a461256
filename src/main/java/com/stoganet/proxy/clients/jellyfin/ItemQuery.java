package com.stoganet.proxy.clients.jellyfin;

import jakarta.ws.rs.QueryParam;

/** What to list of Jellyfin's items; null is left out of the request. */
public class ItemQuery {

  @QueryParam("recursive")
  public boolean recursive = true;

  /** Jellyfin 12 would otherwise answer an API key with collections instead of their movies. */
  @QueryParam("collapseBoxSetItems")
  public boolean collapseBoxSetItems = false;

  @QueryParam("isMissing")
  public boolean isMissing = false;

  @QueryParam("userId")
  public String userId;

  @QueryParam("includeItemTypes")
  public String includeItemTypes = "Movie,Series";

  @QueryParam("fields")
  public String fields;

  @QueryParam("sortBy")
  public String sortBy;

  @QueryParam("startIndex")
  public int startIndex;

  @QueryParam("limit")
  public int limit;

  @QueryParam("hasTmdbId")
  public Boolean hasTmdbId;

  @QueryParam("enableUserData")
  public boolean enableUserData;

  @QueryParam("enableImages")
  public boolean enableImages;
}
