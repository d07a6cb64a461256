package com.stoganet.proxy.discovery;

import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells whether a user requested a title and may see it. */
@Service
public class RequesterAccess {

  private final OpenRequests requests;
  private final Catalogue catalogue;
  private final Discovery discovery;
  private final RatingCap ratings;

  @Inject
  public RequesterAccess(
      OpenRequests requests, Catalogue catalogue, Discovery discovery, RatingCap ratings) {
    this.requests = requests;
    this.catalogue = catalogue;
    this.discovery = discovery;
    this.ratings = ratings;
  }

  /**
   * Whether the caller requested the title and does not have it yet. A title whose rating was
   * unknown at the request is hidden until the rating can be checked.
   *
   * @throws ApiException when Jellyfin does not report how the user is limited
   */
  public boolean has(Caller caller, CatalogId.Tmdb id) {
    return requests.of(id).filter(asked -> asked.users().contains(caller.userId())).isPresent()
        && maySee(caller, id);
  }

  private boolean maySee(Caller caller, CatalogId.Tmdb id) {
    if (catalogue.has(id)) {
      return catalogue.shown(caller, id).isPresent();
    }
    Optional<RatingScore> cap = ratings.of(caller).cap(id.kind());
    return cap.isEmpty() || rated(cap, id);
  }

  private boolean rated(Optional<RatingScore> cap, CatalogId.Tmdb id) {
    try {
      return discovery
          .described(id)
          .filter(result -> ratings.allows(cap, result.certification()))
          .isPresent();
    } catch (ApiException e) {
      return false;
    }
  }
}
