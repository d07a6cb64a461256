package com.stoganet.proxy.images;

import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.AddressSigner;
import com.stoganet.proxy.shared.ApiException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a path asks for: {@code /images/{signature}/{jfId}/{kind}/{tag}/{width}}.
 *
 * @param signature has the form of one; whether it is genuine is not known yet
 * @param width of those there are
 */
record PictureRequest(String signature, PictureName picture, int width) {

  private static final int PARTS = 5;
  private static final Pattern WIDTH = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads a raw path: a decoded one may have lost what was wrong with it.
   *
   * @throws ApiException item_not_found, or validation_failed that names the part
   */
  static PictureRequest of(String path) {
    List<String> parts = List.of(path.replaceFirst("^/*images/?", "").split("/", -1));
    if (parts.size() != PARTS) {
      throw ApiException.itemNotFound("There is no such path.");
    }
    String signature = parts.get(0);
    require(
        AddressSigner.SIGNATURE.matcher(signature).matches(), "signature", "is not one of ours");
    JellyfinId item =
        JellyfinId.parse(parts.get(1)).orElseThrow(() -> invalid("jfId", "must be 32 hex digits"));
    Picture.Kind kind =
        Picture.Kind.of(parts.get(2))
            .orElseThrow(() -> invalid("kind", "must be poster, backdrop, logo or thumb"));
    String tag = parts.get(3);
    require(Picture.isTag(tag), "tag", "has characters that no tag has, or too many");
    String width = parts.get(4);
    require(WIDTH.matcher(width).matches(), "width", "must be a whole number");
    return new PictureRequest(
        signature, new PictureName(item, kind, tag), PictureLinks.rung(Integer.parseInt(width)));
  }

  private static void require(boolean holds, String field, String problem) {
    if (!holds) {
      throw invalid(field, problem);
    }
  }

  private static ApiException invalid(String field, String problem) {
    return ApiException.invalid(field, field + " " + problem + ".");
  }
}
