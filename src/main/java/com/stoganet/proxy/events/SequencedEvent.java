package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.Caller;
import java.util.function.Predicate;

/**
 * An event as the proxy sends it to clients.
 *
 * @param number one more than the number of the event before
 * @param json an object on one line
 */
record SequencedEvent(long number, String type, String json, Predicate<Caller> audience) {}
