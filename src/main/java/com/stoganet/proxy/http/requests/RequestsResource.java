package com.stoganet.proxy.http.requests;

import com.stoganet.proxy.api.RequestsApi;
import com.stoganet.proxy.api.model.DeclineRequest;
import com.stoganet.proxy.api.model.RequestListResponse;
import com.stoganet.proxy.api.model.RequestOptions;
import com.stoganet.proxy.api.model.RequestStatus;
import com.stoganet.proxy.api.model.TitleRequest;
import com.stoganet.proxy.auth.AdminAudit;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.http.edge.CurrentOrigin;
import com.stoganet.proxy.http.edge.CurrentResponse;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.RequestDecision;
import com.stoganet.proxy.requests.RequestDecisions;
import com.stoganet.proxy.requests.Requests;
import com.stoganet.proxy.requests.TrackedRequest;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/**
 * {@code /library/{id}/request} and {@code /requests}: requests for titles that the library does
 * not have.
 */
@Service
public class RequestsResource implements RequestsApi {

  private final Requests requests;
  private final RequestDecisions decisions;
  private final AdminAudit audit;
  private final Settings settings;
  private final CurrentCaller caller;
  private final CurrentOrigin origin;
  private final CurrentResponse answer;

  @Inject
  public RequestsResource(
      Requests requests,
      RequestDecisions decisions,
      AdminAudit audit,
      Settings settings,
      CurrentCaller caller,
      CurrentOrigin origin,
      CurrentResponse answer) {
    this.requests = requests;
    this.decisions = decisions;
    this.audit = audit;
    this.settings = settings;
    this.caller = caller;
    this.origin = origin;
    this.answer = answer;
  }

  @Override
  public void postLibraryIdRequest(String id, RequestOptions options) {
    String server = options == null ? null : options.getServer();
    requests
        .ask(caller.get(), RequestMapper.scope(CatalogId.parse(id), options), server)
        .ifPresent(
            request ->
                answer.header("Location", settings.proxyBaseUrl() + "/requests/" + request.id()));
  }

  @Override
  public RequestListResponse getRequests(RequestStatus status, Integer limit) {
    return new RequestListResponse()
        .requests(
            decisions.list(caller.get(), RequestMapper.statuses(status), limit).stream()
                .map(RequestMapper::request)
                .toList());
  }

  @Override
  public TitleRequest getRequestsRequestId(String requestId) {
    return RequestMapper.request(decisions.find(caller.get(), requestId));
  }

  @Override
  public void deleteRequestsRequestId(String requestId) {
    decisions.withdraw(caller.get(), requestId);
  }

  @Override
  public TitleRequest postRequestsRequestIdApprove(String requestId) {
    return decided(RequestDecision.REQUEST_APPROVED, decisions.approve(caller.get(), requestId));
  }

  @Override
  public TitleRequest postRequestsRequestIdDecline(String requestId, DeclineRequest reason) {
    return decided(
        RequestDecision.REQUEST_DECLINED,
        decisions.decline(caller.get(), requestId, reason.getReason()));
  }

  private TitleRequest decided(RequestDecision decision, TrackedRequest decided) {
    Request request = decided.request();
    audit.write(caller.get(), origin.get(), decision, request.id() + " " + request.scope().id());
    return RequestMapper.request(decided);
  }
}
