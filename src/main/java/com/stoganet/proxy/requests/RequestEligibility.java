package com.stoganet.proxy.requests;

import java.util.List;

/**
 * What a request for a title would lead to.
 *
 * @param allowed whether the caller may ask, and has some of their quota left
 * @param needsApproval whether an administrator has to decide
 * @param servers the names of the servers that can get it, the usual one first
 */
public record RequestEligibility(
    boolean allowed, boolean needsApproval, RemainingQuota quota, List<String> servers) {}
