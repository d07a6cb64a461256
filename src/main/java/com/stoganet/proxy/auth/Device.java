package com.stoganet.proxy.auth;

import java.util.UUID;

/**
 * One sign-in of one user on one device.
 *
 * @param id random and unique to the sign-in; the provider knows the device by it
 * @param label the name that its user gave it
 * @param client the program that signed in, as it names itself; may be empty
 */
public record Device(String id, String label, String client) {

  private static final String UNNAMED = "Stoganet app";

  /** Jellyfin 12: the column of device names has 64 characters. */
  private static final int LONGEST = 64;

  /** A new one; {@code label} may be null or blank, and what is too long is cut. */
  public static Device create(String label, String client) {
    String name = label == null || label.isBlank() ? UNNAMED : cut(label.strip());
    return new Device(UUID.randomUUID().toString(), name, cut(client.strip()));
  }

  private static String cut(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= LONGEST;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
