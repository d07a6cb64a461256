package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.LibrarySort;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SortOrder;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.TitleOrder;
import com.stoganet.proxy.shared.ApiException;
import java.util.Arrays;
import java.util.List;

/** Maps parameters to the types of the features. */
final class LibraryParameters {

  private LibraryParameters() {}

  /** The value, or null for null. */
  static MediaKind kind(MediaType type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case MOVIE -> MediaKind.MOVIE;
      case TV -> MediaKind.TV;
    };
  }

  /** Absent parameters have the defaults of the contract; a cursor continues its own shuffle. */
  static TitleOrder order(LibrarySort sort, SortOrder order, Integer seed, String cursor) {
    com.stoganet.proxy.media.LibrarySort by =
        com.stoganet.proxy.media.LibrarySort.valueOf(
            (sort == null ? LibrarySort.TITLE : sort).name());
    boolean newestFirst =
        by != com.stoganet.proxy.media.LibrarySort.TITLE
            && by != com.stoganet.proxy.media.LibrarySort.RANDOM;
    boolean descending = order == null ? newestFirst : order == SortOrder.DESC;
    return TitleOrder.of(by, descending, seed, cursor);
  }

  /** Names separated by commas; null means the default rows. */
  static List<HomeRow.Name> rows(String names) {
    return names == null
        ? HomeRow.Name.DEFAULT
        : Arrays.stream(names.split(",", -1)).map(LibraryParameters::row).toList();
  }

  private static HomeRow.Name row(String name) {
    return HomeRow.Name.of(name)
        .orElseThrow(() -> ApiException.invalid("rows", "rows has a name that is no row."));
  }
}
