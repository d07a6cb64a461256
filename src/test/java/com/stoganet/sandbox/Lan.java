package com.stoganet.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses are local for a Jellyfin whose local networks are not configured. */
final class Lan {
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private Lan() {}

  static boolean contains(String address) {
    try {
      InetAddress known = InetAddress.getByName(address);
      byte[] bytes = known.getAddress();
      boolean unique = bytes.length > 4 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
      return known.isLoopbackAddress()
          || known.isSiteLocalAddress()
          || known.isLinkLocalAddress()
          || unique;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
