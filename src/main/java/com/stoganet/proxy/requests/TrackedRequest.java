package com.stoganet.proxy.requests;

import com.stoganet.proxy.availability.TitleStatus;
import java.util.Optional;

/**
 * A request, and where its title is.
 *
 * @param status empty for a request that is over
 */
public record TrackedRequest(Request request, Optional<TitleStatus> status) {}
