package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.ItemAccess;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Single items, each only if the caller may see it: if the item check of Jellyfin lets it through
 * and lists do not hide it.
 *
 * <p>Neither is enough. Jellyfin 12: a list by ids does not look at the library that an item is in,
 * and the item check takes no highest sub-rating for no limit, where lists take it for 0.
 */
@Service
public class JellyfinItemAccess implements ItemAccess {

  private static final int MOST_VERSIONS = 100;

  private final JellyfinConnection jellyfin;
  private final JellyfinRestrictions restrictions;

  @Inject
  public JellyfinItemAccess(JellyfinConnection jellyfin, JellyfinRestrictions restrictions) {
    this.jellyfin = jellyfin;
    this.restrictions = restrictions;
  }

  @Override
  public boolean maySee(Caller caller, JellyfinId item) {
    return item(caller, item).isPresent();
  }

  /** The item if the caller may see it. */
  Optional<BaseItem> item(Caller caller, JellyfinId id) {
    return checked(caller, id)
        .filter(item -> !restrictions.hideItems(caller) || isListed(caller, item));
  }

  /** Only this route of Jellyfin checks the library that the item is in. */
  private Optional<BaseItem> checked(Caller caller, JellyfinId id) {
    try {
      return Optional.of(
          jellyfin.read(
              api -> api.item(AuthorizationHeader.of(caller), id.hex(), caller.jellyfinUserId())));
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Whether lists show the item, or another version of the same video: of several versions they
   * only show the first. Extras are in no list.
   */
  private boolean isListed(Caller caller, BaseItem item) {
    if (item.extraType != null) {
      return true;
    }
    Set<String> ids = new LinkedHashSet<>(List.of(JellyfinItems.id(item).hex()));
    JellyfinItems.stream(item.mediaSources)
        .limit(MOST_VERSIONS)
        .flatMap(version -> JellyfinId.parse(JellyfinItems.text(version.id)).stream())
        .forEach(id -> ids.add(id.hex()));
    ItemQuery query = new ItemQuery();
    query.userId = caller.jellyfinUserId();
    query.includeItemTypes = null;
    query.isMissing = null;
    query.ids = String.join(",", ids);
    query.limit = ids.size();
    return jellyfin.read(api -> api.items(AuthorizationHeader.of(caller), query)).stream()
        .anyMatch(listed -> ids.contains(JellyfinItems.id(listed).hex()));
  }
}
