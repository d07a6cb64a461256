package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Caller;

/** Port: whether a user may come from outside of the local network. */
public interface RemoteAccess {

  /** The reason of a refusal. */
  String REFUSED = "remote_access_not_allowed";

  /** What the identity provider said last; true when it cannot tell and never did. */
  boolean allowed(Caller caller);
}
