package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;

/** What the audit log has about sessions. */
enum AuthEvent implements Audit.Event {
  SIGNED_IN,
  SIGN_IN_FAILED,
  LOCKED_OUT,
  REFRESH_REUSED,
  SESSION_ENDED
}
