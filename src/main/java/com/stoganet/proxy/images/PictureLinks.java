package com.stoganet.proxy.images;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.Hmac;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

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
  private static final int SIGNATURE_BYTES = 16;

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy picture key 1";

  /** The backend scales a picture once for each width, and keeps all of them. */
  private static final List<Integer> RUNGS = List.of(160, 320, 480, 780, 1280, 1920);

  private final Settings settings;
  private final PictureSource source;

  /** The first signs; addresses of the previous one are about for as long as apps keep them. */
  private final List<byte[]> keys;

  /** For the proxies of CDI only. */
  protected PictureLinks() {
    this.settings = null;
    this.source = null;
    this.keys = List.of();
  }

  @Inject
  public PictureLinks(Settings settings, PictureSource source) {
    this.settings = settings;
    this.source = source;
    this.keys = settings.keys().derived(PURPOSE);
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
            () ->
                settings.proxyBaseUrl()
                    + PATH
                    + signature(keys.get(0), name)
                    + '/'
                    + text(name)
                    + '/'
                    + rung);
  }

  /** Whether we made the address with this signature. */
  boolean genuine(String signature, PictureName picture) {
    byte[] offered = signature.getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> signature(key, picture).getBytes(StandardCharsets.UTF_8))
        .anyMatch(ours -> MessageDigest.isEqual(offered, ours));
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

  private static String signature(byte[] key, PictureName picture) {
    byte[] signature = Hmac.of(key, text(picture).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(signature, SIGNATURE_BYTES));
  }

  /** No part can hold a slash, so that no two pictures share a text. */
  private static String text(PictureName picture) {
    return picture.item().hex() + '/' + picture.kind().text() + '/' + picture.tag();
  }
}
