package com.stoganet.proxy.clients.jellyfin;

import java.util.List;

/** A page of items. */
public class ItemPage {
  public List<BaseItem> items = List.of();
  public int totalRecordCount;
}
