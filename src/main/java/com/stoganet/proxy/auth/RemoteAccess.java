package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Caller;

/** Port: whether a user may come from outside of the local network. */
public interface RemoteAccess {

  /** What the identity provider said last; true when it cannot tell and never did. */
  boolean allowed(Caller caller);
}
