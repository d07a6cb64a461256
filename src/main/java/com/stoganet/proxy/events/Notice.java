package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.Caller;
import java.util.function.Predicate;

/**
 * A happening as it is told.
 *
 * @param number one more than that of the notice before
 * @param json an object on one line
 */
record Notice(long number, String type, String json, Predicate<Caller> audience) {}
