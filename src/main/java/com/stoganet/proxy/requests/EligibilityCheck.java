package com.stoganet.proxy.requests;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells whether and how a user may request titles. */
@Service
public class EligibilityCheck {

  private final Catalogue catalogue;
  private final RequestFulfilment fulfilment;
  private final RequestPolicy policy;
  private final Quota quota;
  private final ServerChoice servers;
  private final RequestableTitles titles;

  @Inject
  public EligibilityCheck(
      Catalogue catalogue,
      RequestFulfilment fulfilment,
      RequestPolicy policy,
      Quota quota,
      ServerChoice servers,
      RequestableTitles titles) {
    this.catalogue = catalogue;
    this.fulfilment = fulfilment;
    this.policy = policy;
    this.quota = quota;
    this.servers = servers;
    this.titles = titles;
  }

  /**
   * Whether and how the caller may request a title; empty for a movie of the library that every
   * server has.
   */
  public Optional<RequestEligibility> of(Caller caller, CatalogId.Tmdb id) {
    RequestEligibility usual = of(caller, id.kind());
    boolean here = catalogue.has(id);
    if (id.kind() == MediaKind.MOVIE) {
      return here ? elsewhere(caller, id, usual) : Optional.of(usual);
    }
    return Optional.of(usual.servers().isEmpty() ? usual : withSeasons(id, here, usual));
  }

  /** A movie of the library may be requested from the servers that do not have it. */
  private Optional<RequestEligibility> elsewhere(
      Caller caller, CatalogId.Tmdb id, RequestEligibility usual) {
    List<String> without =
        usual.servers().stream().filter(server -> !fulfilment.has(id, server)).toList();
    return Optional.of(usual.from(without, caller.administrator()))
        .filter(terms -> !terms.servers().isEmpty());
  }

  private RequestEligibility withSeasons(
      CatalogId.Tmdb id, boolean here, RequestEligibility usual) {
    String server = usual.servers().get(0);
    if (here && !fulfilment.answers(id.kind(), server)) {
      // The request is accepted, and waits until the server answers.
      return usual;
    }
    try {
      return titles
          .orderable(id, server, here)
          .map(result -> usual.with(result.seasons()))
          .orElseGet(usual::refused);
    } catch (ApiException e) {
      // Likewise, without the metadata service.
      return usual;
    }
  }

  /** Whether and how the caller may request titles of this kind. */
  public RequestEligibility of(Caller caller, MediaKind kind) {
    Terms terms = policy.of(caller);
    RemainingQuota remaining = quota.remaining(caller, terms);
    return new RequestEligibility(
        terms.mayAsk() && servers.any(kind) && remaining.left().orElse(1) > 0,
        terms.needsApproval(),
        remaining,
        servers.names(kind),
        List.of());
  }
}
