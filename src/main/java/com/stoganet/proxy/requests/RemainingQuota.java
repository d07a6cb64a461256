package com.stoganet.proxy.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much a user may still ask for.
 *
 * @param left movies and seasons; empty when there is no limit
 * @param resetsAt when there is more again; empty when nothing was asked for
 */
public record RemainingQuota(OptionalInt left, Optional<Instant> resetsAt) {}
