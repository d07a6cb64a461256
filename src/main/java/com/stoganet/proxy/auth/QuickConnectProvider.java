package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.Optional;

/**
 * Port: who makes codes and lets them be approved.
 *
 * <p>All of it throws {@link ApiException}: invalid_credentials with the reason
 * quick_connect_disabled when that is switched off, backend_unavailable when the provider cannot
 * tell.
 */
public interface QuickConnectProvider {

  /** Asks for a code for this device. */
  Begun begin(Device device);

  /** How far an attempt is. */
  State state(String secret);

  /** Who approved it; may be asked again. Empty when the attempt is over. */
  Optional<Identity> redeem(String secret);

  /** Approves the attempt with this code as the caller; false when there is none. */
  boolean approve(String code, Caller caller);

  /** How far an attempt is. */
  enum State {
    PENDING,
    APPROVED,
    GONE
  }

  /** A code, and the secret that goes with it. */
  record Begun(String code, String secret) {

    /** Without either, so that they cannot slip into a log. */
    @Override
    public String toString() {
      return "Begun";
    }
  }
}
