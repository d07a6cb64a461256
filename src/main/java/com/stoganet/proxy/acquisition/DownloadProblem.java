package com.stoganet.proxy.acquisition;

/** The reason why a download does not continue, with a text for people. */
public enum DownloadProblem {
  STALLED("No peer that has the missing parts is online."),
  PAUSED("It is paused."),
  BLOCKED("It is downloaded, but an administrator has to help with the import."),
  QUEUED("It waits for its turn in the download client."),
  DELAYED("The release is held back for a while, in case a better one appears."),
  CLIENT_AWAY("The download client does not answer; the download continues when it is back."),
  FAILED("The download failed.");

  private final String reason;

  DownloadProblem(String reason) {
    this.reason = reason;
  }

  /** A text for people. */
  public String reason() {
    return reason;
  }
}
