package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestServer.RequestState;

/** The part of a title of Seerr that says whether it was requested. */
public class SeerrTitle {

  private static final int PENDING = 2;
  private static final int PROCESSING = 3;
  private static final int PARTIALLY_AVAILABLE = 4;
  private static final int AVAILABLE = 5;
  private static final int BLOCKLISTED = 6;

  /** Null when no user has requested the title. */
  public MediaInfo mediaInfo;

  /** What Seerr stores about the title. */
  public static class MediaInfo {

    /** The status of the usual quality; Seerr has another one for 4K. */
    public Integer status;
  }

  /**
   * Seerr 3: 1 is unknown and 7 deleted, both of which can be requested; its API document says that
   * 6 is deleted, but its code has 6 for blocklisted.
   */
  RequestState state() {
    if (mediaInfo == null || mediaInfo.status == null) {
      return RequestState.NOT_REQUESTED;
    }
    return switch (mediaInfo.status) {
      case PENDING -> RequestState.AWAITING_APPROVAL;
      case PROCESSING, PARTIALLY_AVAILABLE, AVAILABLE -> RequestState.APPROVED;
      case BLOCKLISTED -> RequestState.BLOCKLISTED;
      default -> RequestState.NOT_REQUESTED;
    };
  }
}
