package com.stoganet.it;

import com.stoganet.sandbox.SandboxJellyfin;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address of a picture, signed as the proxy under test does: addresses that clients keep must
 * not change from one version to the next.
 */
record PictureAddress(String signature, String item, String kind, String tag) {

  private static final String PURPOSE = "stoganet-api-proxy picture key 1";

  static PictureAddress signed(String item, String kind, String tag) {
    return new PictureAddress(signature(item + "/" + kind + "/" + tag), item, kind, tag);
  }

  /** With the tag that Jellyfin itself tells, found by a JSON path in its description. */
  static PictureAddress of(String item, String kind, String tagPath) {
    try {
      return signed(item, kind, described(item).getString(tagPath));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      Proxy.jellyfin().clearRequests();
    }
  }

  static PictureAddress poster(String item) {
    return of(item, "poster", "ImageTags.Primary");
  }

  String path(Object width) {
    return "/images/" + String.join("/", signature, item, kind, tag) + "/" + width;
  }

  private static JsonPath described(String item) throws IOException {
    SandboxJellyfin jellyfin = Proxy.jellyfin();
    String address = jellyfin.url() + "/Items/" + item + "?userId=" + jellyfin.users().idOf("demo");
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestProperty(
        "Authorization", "MediaBrowser Token=\"" + jellyfin.apiKey() + "\"");
    try (InputStream body = connection.getInputStream()) {
      return JsonPath.from(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String signature(String text) {
    byte[] secret = Proxy.setting("JWT_SIGNING_KEY").getBytes(StandardCharsets.UTF_8);
    // HKDF (RFC 5869) with a single block.
    byte[] key = hmac(hmac(new byte[32], secret), PURPOSE + "\u0001");
    byte[] signature = hmac(key, text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, 16));
  }

  private static byte[] hmac(byte[] key, String message) {
    return hmac(key, message.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
