package com.stoganet.proxy.requests;

import java.util.List;

/**
 * What would become of asking for a title.
 *
 * @param may whether the caller may ask, and has some of their quota left
 * @param servers who could get it, the usual one first
 */
public record Outlook(boolean may, boolean needsApproval, Quota.Rest rest, List<String> servers) {}
