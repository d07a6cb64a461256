package com.stoganet.proxy.images;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.AddressSigner;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Makes the addresses of pictures and tells genuine ones.
 *
 * <p>Whatever loads pictures in an app sends no token, so an address is signed: a client that was
 * given it may follow it, and no client can make one up. The width is not signed, so that an app
 * may choose another one.
 */
@Service
public class PictureLinks {

  private static final String PATH = "/images/";

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy picture key 1";

  /** The backend scales a picture once for each width, and keeps all of them. */
  private static final List<Integer> RUNGS = List.of(160, 320, 480, 780, 1280, 1920);

  private final Settings settings;
  private final PictureSource source;

  /** Addresses of the previous key are about for as long as apps keep them. */
  private final AddressSigner signer;

  @Inject
  public PictureLinks(Settings settings, PictureSource source) {
    this.settings = settings;
    this.source = source;
    this.signer = new AddressSigner(settings.keys().derived(PURPOSE));
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
                    + signer.signature(text(name))
                    + '/'
                    + text(name)
                    + '/'
                    + rung);
  }

  /** Whether we made the address with this signature. */
  boolean genuine(String signature, PictureName picture) {
    return signer.signed(signature, text(picture));
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

  /** No part can hold a slash, so that no two pictures share a text. */
  private static String text(PictureName picture) {
    return picture.item().hex() + '/' + picture.kind().text() + '/' + picture.tag();
  }
}
