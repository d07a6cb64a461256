package com.stoganet.proxy.clients.jellyfin;

import jakarta.ws.rs.QueryParam;

/** Selects the items that Jellyfin lists; null fields are left out of the request. */
public class ItemQuery {

  @QueryParam("recursive")
  public boolean recursive = true;

  /** False, since for an API key Jellyfin 12 would list collections instead of their movies. */
  @QueryParam("collapseBoxSetItems")
  public boolean collapseBoxSetItems;

  @QueryParam("isMissing")
  public Boolean isMissing = false;

  @QueryParam("userId")
  public String userId;

  @QueryParam("includeItemTypes")
  public String includeItemTypes = "Movie,Series";

  @QueryParam("ids")
  public String ids;

  @QueryParam("fields")
  public String fields;

  @QueryParam("sortBy")
  public String sortBy;

  @QueryParam("sortOrder")
  public String sortOrder;

  @QueryParam("startIndex")
  public int startIndex;

  @QueryParam("limit")
  public int limit;

  @QueryParam("isPlayed")
  public Boolean isPlayed;

  @QueryParam("isFavorite")
  public Boolean isFavorite;

  /** Jellyfin 10.11 or newer: items that changed since this time, in ISO 8601. */
  @QueryParam("minDateLastSaved")
  public String minDateLastSaved;

  /**
   * The same for Jellyfin 10.10, which ignores the other one, or answers 500 to it; it has nothing
   * to do with users.
   */
  @QueryParam("minDateLastSavedForUser")
  public String minDateLastSavedForUser;

  @QueryParam("enableTotalRecordCount")
  public boolean enableTotalRecordCount = true;

  @QueryParam("enableUserData")
  public boolean enableUserData;

  @QueryParam("enableImages")
  public boolean enableImages;

  @QueryParam("enableImageTypes")
  public String enableImageTypes;

  @QueryParam("imageTypeLimit")
  public Integer imageTypeLimit;
}
