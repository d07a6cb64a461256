package com.stoganet.proxy.requests;

import java.util.List;

/**
 * Whether and how a user may request a title.
 *
 * @param allowed whether the caller may request it, and has some of the quota left
 * @param servers the names of the servers that can fetch it, the default one first
 * @param seasons the seasons of a series that can be requested, as the default server counts them;
 *     0 holds the specials; empty when they are unknown, and for a movie
 */
public record RequestEligibility(
    boolean allowed,
    boolean needsApproval,
    RemainingQuota quota,
    List<String> servers,
    List<Integer> seasons) {

  /** These terms for a series with these seasons. */
  RequestEligibility with(List<Integer> numbers) {
    return new RequestEligibility(allowed, needsApproval, quota, servers, numbers);
  }

  /** These terms for a title that cannot be requested. */
  public RequestEligibility refused() {
    return new RequestEligibility(false, needsApproval, quota, servers, List.of());
  }

  /** These terms for further servers: only administrators need no approval for them. */
  RequestEligibility from(List<String> others, boolean administrator) {
    return new RequestEligibility(
        allowed, needsApproval || !administrator, quota, others, List.of());
  }
}
