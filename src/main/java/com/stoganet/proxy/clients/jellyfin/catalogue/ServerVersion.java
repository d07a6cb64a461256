package com.stoganet.proxy.clients.jellyfin.catalogue;

import com.stoganet.proxy.clients.jellyfin.JellyfinItems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Jellyfin, as far as the proxy depends on it. */
public record ServerVersion(int major, int minor) {

  private static final Pattern FORMAT = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4}).*");

  /** Reads 10.11.11 or 12.0.0; anything else, null included, counts as the oldest. */
  public static ServerVersion parse(String text) {
    Matcher matcher = FORMAT.matcher(JellyfinItems.text(text));
    return matcher.matches()
        ? new ServerVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : new ServerVersion(0, 0);
  }

  /** Jellyfin 10.10 binds minDateLastSaved to the wrong parameter of its query. */
  public boolean findsByDateOfChange() {
    return major > 10 || (major == 10 && minor >= 11);
  }
}
