package com.stoganet.proxy.stream;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.stream.PictureSource.PictureName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the addresses of pictures and tells genuine ones.
 *
 * <p>Whatever loads pictures in an app sends no token, so an address is signed: those who were
 * shown it may follow it, and nobody can make one up. The width is not signed, so that an app may
 * choose another one.
 */
@ApplicationScoped
public class PictureLinks {

  private static final String PATH = "/images/";
  private static final String MAC = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy picture key 1";

  /** The backend scales a picture once for each width, and keeps all of them. */
  private static final List<Integer> RUNGS = List.of(160, 320, 480, 780, 1280, 1920);

  private final Settings settings;
  private final PictureSource source;
  private final byte[] key;

  /** For the proxies of CDI only. */
  protected PictureLinks() {
    this(null, null);
  }

  @Inject
  public PictureLinks(Settings settings, PictureSource source) {
    this.settings = settings;
    this.source = source;
    this.key = settings == null || settings.keys().signing() == null ? null : key(settings);
  }

  /**
   * Where the picture is, about this wide; empty when it has a tag that fits into no address, as
   * none of Jellyfin's own has.
   */
  public String address(Picture picture, int width) {
    if (!Picture.isTag(picture.tag())) {
      return "";
    }
    PictureName name = new PictureName(picture.item(), picture.kind(), picture.tag());
    int rung = rung(width);
    return source
        .directAddress(name, rung)
        .orElseGet(
            () -> settings.proxyBaseUrl() + PATH + signature(name) + '/' + text(name) + '/' + rung);
  }

  /** Whether we made the address with this signature. */
  boolean genuine(String signature, PictureName picture) {
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.UTF_8),
        signature(picture).getBytes(StandardCharsets.UTF_8));
  }

  /** The nearest width that there is; of two equally near ones the wider. */
  static int rung(int width) {
    int nearest = RUNGS.get(0);
    for (int rung : RUNGS) {
      if (Math.abs(rung - width) <= Math.abs(nearest - width)) {
        nearest = rung;
      }
    }
    return nearest;
  }

  private String signature(PictureName picture) {
    byte[] signature = hmac(key, text(picture));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(signature, SIGNATURE_BYTES));
  }

  private static byte[] key(Settings settings) {
    return hmac(settings.keys().signing().getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  /** No part can hold a slash, so that no two pictures share a text. */
  private static String text(PictureName picture) {
    return picture.item().hex() + '/' + picture.kind().text() + '/' + picture.tag();
  }

  private static byte[] hmac(byte[] key, String message) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
