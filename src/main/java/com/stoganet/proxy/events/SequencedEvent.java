package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.Caller;
import java.util.function.Predicate;

/**
 * An event as clients get it.
 *
 * @param number one more than that of the event before
 * @param json an object on one line
 */
record SequencedEvent(long number, String type, String json, Predicate<Caller> audience) {}
