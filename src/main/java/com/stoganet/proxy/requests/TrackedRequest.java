package com.stoganet.proxy.requests;

import com.stoganet.proxy.availability.TitleStatus;
import java.util.Optional;

/**
 * A request with the status of its title.
 *
 * @param status empty for a closed request
 */
public record TrackedRequest(Request request, Optional<TitleStatus> status) {}
