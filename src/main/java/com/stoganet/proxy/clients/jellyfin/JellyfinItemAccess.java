package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.ItemAccess;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Single items, each only if the caller may see it. */
@Service
public class JellyfinItemAccess implements ItemAccess {

  private final JellyfinConnection jellyfin;

  @Inject
  public JellyfinItemAccess(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public boolean maySee(Caller caller, JellyfinId item) {
    return item(caller, item).isPresent();
  }

  /** The item if the caller may see it; only this route of Jellyfin checks the library it is in. */
  Optional<BaseItem> item(Caller caller, JellyfinId id) {
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
}
