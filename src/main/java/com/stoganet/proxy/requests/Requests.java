package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes requests of titles: checks whether the user may make one, and whether it is needed. */
@Service
public class Requests {

  private final Catalogue catalogue;
  private final RatingCap ratings;
  private final RequestFulfilment fulfilment;
  private final RequestPolicy policy;
  private final ServerChoice servers;
  private final RequestableTitles titles;
  private final RequestCreation creation;

  @Inject
  public Requests(
      Catalogue catalogue,
      RatingCap ratings,
      RequestFulfilment fulfilment,
      RequestPolicy policy,
      ServerChoice servers,
      RequestableTitles titles,
      RequestCreation creation) {
    this.catalogue = catalogue;
    this.ratings = ratings;
    this.fulfilment = fulfilment;
    this.policy = policy;
    this.servers = servers;
    this.titles = titles;
    this.creation = creation;
  }

  /**
   * Requests a title. Repeating a request, or requesting a title that the library has or is about
   * to get, succeeds.
   *
   * @param server the server that fetches it; null for the default one
   * @return the request; empty when the library has the title
   * @throws ApiException item_not_found for a title that the caller may not see; forbidden when the
   *     caller may not make requests, or exceeds the quota; conflict when no server can fetch it
   */
  public Optional<Request> ask(Caller caller, RequestedScope scope, String server) {
    CatalogId.Tmdb id = scope.id();
    boolean here = catalogue.has(id);
    if (here && catalogue.shown(caller, id).isEmpty()) {
      throw ApiException.itemNotFound();
    }
    if (here && id.kind() == MediaKind.MOVIE && server == null) {
      return Optional.empty();
    }
    Terms terms = policy.of(caller);
    if (!terms.mayAsk()) {
      throw ApiException.forbidden("This account may not request titles.")
          .because("requests_not_allowed");
    }
    String chosen = servers.choose(id.kind(), server);
    if (here && id.kind() == MediaKind.MOVIE) {
      return fulfilment.has(id, chosen)
          ? Optional.empty()
          : Optional.of(
              creation.create(
                  caller, terms.withoutRating(), scope, chosen, titles.shown(caller, id)));
    }
    Optional<LookupResult> result = titles.described(id, chosen, here);
    if (!here
        && result.isPresent()
        && !ratings.allows(terms.limits(), id, result.get().certification())) {
      throw ApiException.itemNotFound();
    }
    RequestedScope exact = result.map(each -> RequestableTitles.exactly(scope, each)).orElse(scope);
    if (here) {
      return fulfilment
          .missing(exact, chosen)
          // The library shows it to the caller, whatever its rating is.
          .map(missing -> creation.create(caller, terms.withoutRating(), missing, chosen, result));
    }
    return Optional.of(creation.create(caller, terms, exact, chosen, result));
  }
}
