package com.stoganet.proxy.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much a user may still request.
 *
 * @param left movies and seasons; empty when there is no limit
 * @param resetsAt when the oldest counted request leaves the period; empty when no request counts,
 *     or there is no limit
 */
public record RemainingQuota(OptionalInt left, Optional<Instant> resetsAt) {}
