package com.stoganet.proxy.acquisition;

/** What keeps a download from going on, and how to say that to people. */
public enum DownloadProblem {
  STALLED("Nobody who has the rest of it is online at present."),
  PAUSED("Somebody paused it."),
  BLOCKED("It is downloaded, but an administrator has to help it into the library."),
  QUEUED("It waits for its turn in the download client."),
  DELAYED("The release is held back for a while, in case a better one comes."),
  CLIENT_AWAY("The download client does not answer; it goes on when that is back."),
  FAILED("The download failed.");

  private final String reason;

  DownloadProblem(String reason) {
    this.reason = reason;
  }

  /** In plain words. */
  public String reason() {
    return reason;
  }
}
