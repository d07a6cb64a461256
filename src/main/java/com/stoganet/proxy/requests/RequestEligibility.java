package com.stoganet.proxy.requests;

import java.util.List;

/**
 * Whether and how a user may request a title.
 *
 * @param allowed whether the caller may request it, and has some of the quota left
 * @param servers the names of the servers that can fetch it, the default one first
 */
public record RequestEligibility(
    boolean allowed, boolean needsApproval, RemainingQuota quota, List<String> servers) {}
