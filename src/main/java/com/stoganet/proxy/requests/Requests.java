package com.stoganet.proxy.requests;

import com.stoganet.proxy.arrivals.Arr;
import com.stoganet.proxy.arrivals.Arrs;
import com.stoganet.proxy.arrivals.Discovery;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.arrivals.Prospects;
import com.stoganet.proxy.arrivals.RatingCap;
import com.stoganet.proxy.arrivals.RequestServer;
import com.stoganet.proxy.arrivals.Stage;
import com.stoganet.proxy.arrivals.TitleStates;
import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asking for titles: what becomes of a wish. */
@ApplicationScoped
public class Requests {

  private final Arrs arrs;
  private final RequestServer requestServer;
  private final Catalogue catalogue;
  private final Discovery discovery;
  private final RatingCap ratings;
  private final TitleStates states;
  private final Prospects prospects;
  private final RequestPolicy policy;
  private final Quota quota;
  private final RequestBook book;

  /** For the proxies of CDI only. */
  protected Requests() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  @Inject
  public Requests(
      Arrs arrs,
      RequestServer requestServer,
      Catalogue catalogue,
      Discovery discovery,
      RatingCap ratings,
      TitleStates states,
      Prospects prospects,
      RequestPolicy policy,
      Quota quota,
      RequestBook book) {
    this.arrs = arrs;
    this.requestServer = requestServer;
    this.catalogue = catalogue;
    this.discovery = discovery;
    this.ratings = ratings;
    this.states = states;
    this.prospects = prospects;
    this.policy = policy;
    this.quota = quota;
    this.book = book;
  }

  /**
   * Asks for a title. Asking again for the same, or for what is here or on its way already, is no
   * mistake.
   *
   * @param server which server is to get it; null for the usual one
   * @return the request; empty for what is here
   * @throws ApiException item_not_found for a title the caller may not see; forbidden when they may
   *     not ask, or not for so much; conflict when nobody could get it
   */
  public Optional<Request> ask(Caller caller, Wish wish, String server) {
    CatalogId.Tmdb id = wish.id();
    boolean here = catalogue.has(id);
    if (here && catalogue.shown(caller, id).isEmpty()) {
      throw ApiException.itemNotFound();
    }
    if (here && id.kind() == MediaKind.MOVIE) {
      return Optional.empty();
    }
    Terms terms = policy.of(caller);
    if (!terms.mayAsk()) {
      throw ApiException.forbidden("This account may not ask for titles.")
          .because("requests_not_allowed");
    }
    String chosen = server(id.kind(), server);
    Optional<Offer> offer = described(id);
    if (!here
        && offer.isPresent()
        && !ratings.allows(terms.ratingCap(), offer.get().certification())) {
      throw ApiException.itemNotFound();
    }
    Wish exact = offer.map(each -> exactly(wish, each)).orElse(wish);
    if (here) {
      return prospects
          .missing(exact, chosen)
          // The library says that they may see it, whatever a rating does.
          .map(missing -> ask(caller, terms.withoutRating(), missing, chosen, offer));
    }
    return Optional.of(ask(caller, terms, exact, chosen, offer));
  }

  private Request ask(Caller caller, Terms terms, Wish wish, String server, Optional<Offer> offer) {
    CatalogId.Tmdb id = wish.id();
    Stage stage = states.soon(id, catalogue.has(id)).stage();
    Optional<Request> same = sameAsBefore(caller, wish, server, stage);
    if (same.isPresent()) {
      return same.get();
    }
    boolean usual = usual(id.kind(), server);
    // What nobody could hold against their rating waits until somebody can.
    boolean judged = offer.isPresent() || terms.ratingCap().isEmpty();
    boolean onItsWay = id.kind() == MediaKind.MOVIE && usual && judged && isOnItsWay(stage);
    Status status = onItsWay ? Status.SENT : first(caller, terms, usual);
    return book.open(
        caller,
        quota.draft(
            caller,
            terms,
            wish,
            offer.map(Offer::name).orElse(""),
            server,
            onItsWay ? 0 : Quota.cost(wish),
            status));
  }

  private boolean usual(MediaKind kind, String server) {
    return requestServer.configured() || servers(kind).get(0).equals(server);
  }

  /** Only an administrator gets another server than the usual one to work without approval. */
  private static Status first(Caller caller, Terms terms, boolean usual) {
    boolean free = usual || caller.administrator();
    return terms.needsApproval() || !free ? Status.PENDING : Status.APPROVED;
  }

  /** The caller's open request for the same; one that came to nothing is closed. */
  private Optional<Request> sameAsBefore(Caller caller, Wish wish, String server, Stage stage) {
    for (Request request : book.openOf(caller.userId(), wish.id())) {
      if (request.server().equals(server) && request.wish().covers(wish)) {
        if (request.status() != Status.SENT || !cameToNothing(request, stage)) {
          return Optional.of(request);
        }
        book.move(request, Status.FAILED, Request.REMOVED);
      }
    }
    return Optional.empty();
  }

  /** It was taken out of the server since, or declined by a request server. */
  private boolean cameToNothing(Request request, Stage stage) {
    return requestServer.configured()
        ? stage == Stage.REQUESTABLE
        : prospects.dropped(request.wish());
  }

  private static boolean isOnItsWay(Stage stage) {
    return switch (stage) {
      case IMPORTING, DOWNLOADING, SEARCHING, WAITING_FOR_RELEASE -> true;
      case PLAYABLE, PARTLY, REQUESTED, REQUESTABLE, NOT_REQUESTABLE, UNKNOWN -> false;
    };
  }

  /** What a metadata service tells; nothing when it does not answer, since that can wait. */
  private Optional<Offer> described(CatalogId.Tmdb id) {
    if (servers(id.kind()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(discovery.described(id).orElseThrow(ApiException::itemNotFound));
    } catch (ApiException e) {
      if (e.code() == ErrorCode.BACKEND_UNAVAILABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The seasons by their numbers, so that those of later years are not asked for as well. */
  private static Wish exactly(Wish wish, Offer offer) {
    if (wish.id().kind() == MediaKind.MOVIE) {
      return wish;
    }
    Set<Integer> there = new HashSet<>(offer.seasons());
    wish.seasons().forEach(number -> requireSeason(there, number, "seasons"));
    wish.episodes().forEach(each -> requireSeason(there, each.season(), "episodes"));
    if (!wish.whole()) {
      return wish;
    }
    there.remove(0);
    return new Wish(wish.id(), Set.copyOf(there), Set.of());
  }

  private static void requireSeason(Set<Integer> there, int number, String field) {
    if (!there.contains(number)) {
      throw ApiException.invalid(field, "The series has no season " + number + ".");
    }
  }

  /** What would become of asking for a title of this kind. */
  public Outlook outlook(Caller caller, MediaKind kind) {
    Terms terms = policy.of(caller);
    Quota.Rest rest = quota.rest(caller, terms);
    List<String> servers = servers(kind);
    boolean somebody = requestServer.configured() || !servers.isEmpty();
    return new Outlook(
        terms.mayAsk() && somebody && rest.left().orElse(1) > 0,
        terms.needsApproval(),
        rest,
        servers);
  }

  private List<String> servers(MediaKind kind) {
    return arrs.all().stream().filter(arr -> arr.kind() == kind).map(Arr::name).toList();
  }

  private String server(MediaKind kind, String wanted) {
    List<String> names = servers(kind);
    if (wanted != null && !names.contains(wanted)) {
      throw ApiException.invalid("server", "server must be one of those of the title.");
    }
    if (requestServer.configured()) {
      return "seerr";
    }
    if (names.isEmpty()) {
      throw ApiException.conflict("Nobody is there who could get it.").because("not_requestable");
    }
    return wanted == null ? names.get(0) : wanted;
  }
}
