package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up titles as their servers can fetch them: the name, the rating, the seasons. */
@Service
public class RequestableTitles {

  private final Catalogue catalogue;
  private final Discovery discovery;
  private final RequestFulfilment fulfilment;
  private final ServerChoice servers;

  @Inject
  public RequestableTitles(
      Catalogue catalogue,
      Discovery discovery,
      RequestFulfilment fulfilment,
      ServerChoice servers) {
    this.catalogue = catalogue;
    this.discovery = discovery;
    this.fulfilment = fulfilment;
    this.servers = servers;
  }

  /**
   * The lookup result for a title; empty when the server does not answer, because the rating is
   * checked again before a server is told.
   */
  Optional<LookupResult> described(CatalogId.Tmdb id, String server, boolean here) {
    if (servers.names(id.kind()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return orderable(id, server, here)
          .or(
              () -> {
                throw here ? unknown() : ApiException.itemNotFound();
              });
    } catch (ApiException e) {
      if (e.code() == ErrorCode.BACKEND_UNAVAILABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The title as its server can fetch it: a series of the library as the server has it, so that the
   * page and the request mean the same seasons; empty when the server does not find it.
   */
  Optional<LookupResult> orderable(CatalogId.Tmdb id, String server, boolean here) {
    Optional<LookupResult> known =
        here
            ? fulfilment.known(id, server, ArrSnapshots.NO_TIME).map(RequestableTitles::result)
            : Optional.empty();
    return known.isPresent() ? known : discovery.described(id);
  }

  private static LookupResult result(ArrTitle title) {
    List<Integer> seasons = title.seasons().stream().map(ArrTitle.Season::number).toList();
    return named(title.id(), title.name(), seasons);
  }

  private static LookupResult named(CatalogId.Tmdb id, String name, List<Integer> seasons) {
    return new LookupResult(id, name, "", 0, "", "", "", "", List.of(), 0, 0, seasons);
  }

  /** A movie of the library, which needs no lookup. */
  Optional<LookupResult> shown(Caller caller, CatalogId.Tmdb id) {
    return catalogue.shown(caller, id).map(title -> named(id, title.name(), List.of()));
  }

  private static ApiException unknown() {
    return ApiException.conflict("No server finds this title by its TMDB number.")
        .because("unknown_title");
  }

  /**
   * Replaces a whole series by the numbers of its seasons, so that the request does not include
   * later seasons.
   */
  static RequestedScope exactly(RequestedScope scope, LookupResult result) {
    if (scope.id().kind() == MediaKind.MOVIE) {
      return scope;
    }
    Set<Integer> there = new HashSet<>(result.seasons());
    scope.seasons().forEach(number -> requireSeason(there, number, "seasons"));
    scope.episodes().forEach(each -> requireSeason(there, each.season(), "episodes"));
    if (!scope.whole()) {
      return scope;
    }
    there.remove(0);
    return new RequestedScope(scope.id(), Set.copyOf(there), Set.of());
  }

  private static void requireSeason(Set<Integer> there, int number, String field) {
    if (!there.contains(number)) {
      throw ApiException.invalid(field, "The series has no season " + number + ".");
    }
  }
}
