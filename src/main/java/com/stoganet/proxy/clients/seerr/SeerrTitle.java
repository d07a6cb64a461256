package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestServer.RequestState;

/** A title, as far as it matters who asked for it. */
public class SeerrTitle {

  private static final int PENDING = 2;
  private static final int PROCESSING = 3;
  private static final int PARTIALLY_AVAILABLE = 4;
  private static final int AVAILABLE = 5;
  private static final int BLOCKLISTED = 6;

  /** Null when nobody ever asked. */
  public MediaInfo mediaInfo;

  /** What Seerr keeps of it. */
  public static class MediaInfo {

    /** Of the usual quality; there is another one for 4K. */
    public Integer status;
  }

  /**
   * Seerr 3: 1 is unknown and 7 deleted, which can be asked for again; its API document says that 6
   * is deleted, but its code has 6 for blocklisted.
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
