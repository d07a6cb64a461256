package com.stoganet.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers in the form that Jellyfin writes: 32 lower-case hexadecimal digits. */
public final class Guid {
  static final String EMPTY = "0".repeat(32);

  private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern DASHED =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A page of thousands of items takes tens of thousands of these. */
  private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(Guid::md5);

  private Guid() {}

  /** The same text always gives the same identifier. */
  public static String of(String seed) {
    byte[] digest = MD5.get().digest(seed.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Jellyfin reads any of the .NET formats; what is none of them is a malformed request. */
  static Optional<String> parse(String text) {
    String bare = text.strip();
    boolean braced = bare.startsWith("{") && bare.endsWith("}");
    if (braced || (bare.startsWith("(") && bare.endsWith(")"))) {
      bare = bare.substring(1, bare.length() - 1);
      return DASHED.matcher(bare).matches() ? Optional.of(plain(bare)) : Optional.empty();
    }
    boolean valid = PLAIN.matcher(bare).matches() || DASHED.matcher(bare).matches();
    return valid ? Optional.of(plain(bare)) : Optional.empty();
  }

  static String dashed(String id) {
    return String.join(
        "-",
        id.substring(0, 8),
        id.substring(8, 12),
        id.substring(12, 16),
        id.substring(16, 20),
        id.substring(20));
  }

  private static String plain(String text) {
    return text.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
