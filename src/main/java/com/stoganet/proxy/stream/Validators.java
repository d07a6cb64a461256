package com.stoganet.proxy.stream;

import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import java.time.Instant;

/**
 * What tells one state of a file from another.
 *
 * @param etag strong; empty when the backend gives no date, without which it would be a guess
 * @param modified to the second; null when unknown
 */
record Validators(String etag, Instant modified) {

  /** Jellyfin has no tag of its own; a file that was replaced has another length or date. */
  static Validators of(MediaFile file, FileFacts facts) {
    if (facts.modified() == null) {
      return new Validators("", null);
    }
    String tag =
        file.source().hex()
            + '-'
            + Long.toHexString(facts.total())
            + '-'
            + Long.toHexString(facts.modified().getEpochSecond());
    return new Validators('"' + tag + '"', facts.modified());
  }

  /** Whether the file changed after that moment; false when that is unknown. */
  boolean newerThan(Instant moment) {
    return modified != null && modified.isAfter(moment);
  }
}
