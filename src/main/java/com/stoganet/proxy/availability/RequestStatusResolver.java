package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Computes the status of titles that no server fetches yet, from the requests for them. */
@Service
public class RequestStatusResolver {

  private final OpenRequests requests;
  private final RequestServer requestServer;

  @Inject
  public RequestStatusResolver(OpenRequests requests, RequestServer requestServer) {
    this.requests = requests;
    this.requestServer = requestServer;
  }

  /**
   * Requested, or whether it can be.
   *
   * @param fetchable whether there is a server that can fetch it
   */
  TitleStatus of(CatalogId.Tmdb id, boolean fetchable, Duration patience) {
    Optional<OpenRequest> open = requests.of(id);
    if (open.isPresent() && open.get().step() != OpenRequestSource.Step.HANDED_OVER) {
      return TitleStatus.of(
          TitleStage.REQUESTED,
          open.get().step() == OpenRequestSource.Step.AWAITING_APPROVAL
              ? "An administrator has to approve it."
              : "It is approved, and is handed over as soon as the server can take it.");
    }
    if (requestServer.configured()) {
      return asDecidedElsewhere(id, patience);
    }
    return fetchable
        ? TitleStatus.of(TitleStage.REQUESTABLE)
        : TitleStatus.of(TitleStage.NOT_REQUESTABLE, "No server can fetch this title.");
  }

  /**
   * The request server's status of a title: unknown when the request server does not answer,
   * requestable for a caller that does not wait.
   */
  private TitleStatus asDecidedElsewhere(CatalogId.Tmdb id, Duration patience) {
    if (patience.isZero()) {
      return TitleStatus.of(TitleStage.REQUESTABLE);
    }
    try {
      return switch (requestServer.state(id)) {
        case AWAITING_APPROVAL ->
            TitleStatus.of(TitleStage.REQUESTED, "An administrator has to approve it.");
        case APPROVED -> TitleStatus.of(TitleStage.SEARCHING);
        case BLOCKLISTED ->
            TitleStatus.of(TitleStage.NOT_REQUESTABLE, "An administrator has blocked this title.");
        case NOT_REQUESTED -> TitleStatus.of(TitleStage.REQUESTABLE);
      };
    } catch (ApiException e) {
      return TitleStatus.unknown(TitleStage.REQUESTABLE);
    }
  }
}
