package com.stoganet.proxy.requests;

import com.stoganet.proxy.audit.Audit;

/** What an administrator decides about a request, as the audit log names it. */
public enum RequestDecision implements Audit.Event {
  REQUEST_APPROVED,
  REQUEST_DECLINED
}
