package com.stoganet.proxy.http;

import com.stoganet.proxy.api.RequestsApi;
import com.stoganet.proxy.api.model.DeclineRequest;
import com.stoganet.proxy.api.model.RequestListResponse;
import com.stoganet.proxy.api.model.RequestOptions;
import com.stoganet.proxy.api.model.RequestStatus;
import com.stoganet.proxy.api.model.TitleRequest;
import com.stoganet.proxy.arrivals.TitleStates;
import com.stoganet.proxy.auth.Acts;
import com.stoganet.proxy.auth.Audit;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.RequestDecisions;
import com.stoganet.proxy.requests.Requests;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code /library/{id}/request} and {@code /requests}: asking for titles that are not here yet. */
@ApplicationScoped
public class RequestsResource implements RequestsApi {

  private final Requests requests;
  private final RequestDecisions decisions;
  private final TitleStates states;
  private final Catalogue catalogue;
  private final Acts acts;
  private final Settings settings;
  private final CurrentCaller caller;
  private final CurrentOrigin origin;
  private final CurrentAnswer answer;

  /** For the proxies of CDI only. */
  protected RequestsResource() {
    this(null, null, null, null, null, null, null, null, null);
  }

  @Inject
  public RequestsResource(
      Requests requests,
      RequestDecisions decisions,
      TitleStates states,
      Catalogue catalogue,
      Acts acts,
      Settings settings,
      CurrentCaller caller,
      CurrentOrigin origin,
      CurrentAnswer answer) {
    this.requests = requests;
    this.decisions = decisions;
    this.states = states;
    this.catalogue = catalogue;
    this.acts = acts;
    this.settings = settings;
    this.caller = caller;
    this.origin = origin;
    this.answer = answer;
  }

  @Override
  public void postLibraryIdRequest(String id, RequestOptions options) {
    String server = options == null ? null : options.getServer();
    requests
        .ask(caller.get(), RequestMapper.wish(CatalogId.parse(id), options), server)
        .ifPresent(
            request ->
                answer.header("Location", settings.proxyBaseUrl() + "/requests/" + request.id()));
  }

  @Override
  public RequestListResponse getRequests(RequestStatus status, Integer limit) {
    return new RequestListResponse()
        .requests(
            decisions.list(caller.get(), RequestMapper.statuses(status), limit).stream()
                .map(this::described)
                .toList());
  }

  @Override
  public TitleRequest getRequestsRequestId(String requestId) {
    return described(decisions.find(caller.get(), requestId));
  }

  @Override
  public void deleteRequestsRequestId(String requestId) {
    decisions.withdraw(caller.get(), requestId);
  }

  @Override
  public TitleRequest postRequestsRequestIdApprove(String requestId) {
    Caller administrator = caller.administrator();
    Request request = decisions.approve(administrator, requestId);
    note(administrator, Audit.Event.REQUEST_APPROVED, request);
    return described(request);
  }

  @Override
  public TitleRequest postRequestsRequestIdDecline(String requestId, DeclineRequest reason) {
    Caller administrator = caller.administrator();
    Request request = decisions.decline(administrator, requestId, reason.getReason());
    note(administrator, Audit.Event.REQUEST_DECLINED, request);
    return described(request);
  }

  private void note(Caller administrator, Audit.Event event, Request request) {
    acts.note(administrator, origin.get(), event, request.id() + " " + request.wish().id());
  }

  private TitleRequest described(Request request) {
    CatalogId.Tmdb id = request.wish().id();
    return RequestMapper.request(
        request, request.open() ? states.atOnce(id, catalogue.has(id)) : null);
  }
}
