package com.stoganet.proxy.http;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;

/** What paths answer that are promised by the contract, but not built yet. */
final class NotYet {

  private NotYet() {}

  static ApiException built() {
    return ApiException.of(ErrorCode.INTERNAL, 501, "This is not available yet.");
  }
}
