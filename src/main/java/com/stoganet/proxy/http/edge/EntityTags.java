package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.IfNoneMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Strong entity tags: a version, and the coding its bytes are sent in.
 *
 * <p>A strong tag names bytes, so that the compressed ones need a name of their own.
 */
final class EntityTags {

  /** The request attribute with the version of the response, if a resource has set it. */
  static final String VERSION = EntityTags.class.getName();

  private static final int VERSION_BYTES = 16;
  private static final String COMPRESSED = "-gz";

  private EntityTags() {}

  /** The version of an answer with this content. */
  static String version(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, VERSION_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tag, quotes included. */
  static String tag(String version, boolean gzip) {
    return '"' + version + (gzip ? COMPRESSED : "") + '"';
  }

  /**
   * The tag of this version that the client has and can use, if it has one.
   *
   * <p>Either coding will do, because both contain the same JSON. A client that does not accept
   * gzip cannot use the compressed response that a cache between it and the proxy holds.
   */
  static Optional<String> held(HttpServletRequest request, String version) {
    IfNoneMatch held = IfNoneMatch.of(request.getHeaders("If-None-Match"));
    String compressed = tag(version, true);
    if (held.contain(compressed) && ContentCoding.accepted(request)) {
      return Optional.of(compressed);
    }
    return Optional.of(tag(version, false)).filter(held::contain);
  }
}
