package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.Optional;

/**
 * Port: the titles that are here, each as the caller may see it.
 *
 * <p>Every method throws {@link ApiException} when the library does not answer.
 */
public interface Library {

  /** Titles in the order of their names, from {@code offset} on; {@code kind} null means all. */
  TitlePage page(Caller caller, MediaKind kind, int offset, int limit);

  /** Everything about a title; empty when it is unknown or hidden from the caller. */
  Optional<TitleDetail> detail(Caller caller, JellyfinId id);
}
