package com.stoganet.proxy.persistence;

import com.stoganet.proxy.audit.Audit;

/** What the audit log has about keys. */
enum KeyEvent implements Audit.Event {
  KEY_CHANGED
}
