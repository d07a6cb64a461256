package com.stoganet.proxy.downloads;

import com.stoganet.proxy.audit.Audit;

/** What an administrator does with a download, as the audit log names it. */
public enum DownloadAction implements Audit.Event {
  DOWNLOAD_PAUSED,
  DOWNLOAD_RESUMED,
  DOWNLOAD_REMOVED,
  DOWNLOAD_GRABBED
}
