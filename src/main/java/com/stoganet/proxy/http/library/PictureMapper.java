package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.images.PictureLinks;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.media.Picture.Kind;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps pictures to the types of the contract. */
@Service
public class PictureMapper {

  private static final int POSTER_WIDTH = 480;
  private static final int WIDE_WIDTH = 1280;
  private static final int STILL_WIDTH = 480;
  private static final double HUNDREDTHS = 100;

  private final PictureLinks links;

  @Inject
  public PictureMapper(PictureLinks links) {
    this.links = links;
  }

  Images images(List<Picture> pictures) {
    return new Images()
        .poster(picture(Picture.among(pictures, Kind.POSTER), POSTER_WIDTH))
        .backdrop(picture(Picture.among(pictures, Kind.BACKDROP), WIDE_WIDTH))
        .logo(picture(Picture.among(pictures, Kind.LOGO), POSTER_WIDTH))
        .thumb(picture(Picture.among(pictures, Kind.THUMB), STILL_WIDTH));
  }

  /** The pictures of an episode: its primary picture is a still, not a poster. */
  Images imagesOfEpisode(List<Picture> pictures) {
    return new Images()
        .backdrop(picture(Picture.among(pictures, Kind.BACKDROP), WIDE_WIDTH))
        .thumb(picture(still(pictures), STILL_WIDTH));
  }

  /** The address of a picture; null when there is no picture. */
  static String address(com.stoganet.proxy.api.model.Picture picture) {
    return picture == null ? null : picture.getUrl();
  }

  private static Optional<Picture> still(List<Picture> pictures) {
    return Stream.of(Kind.POSTER, Kind.THUMB, Kind.BACKDROP)
        .flatMap(kind -> Picture.among(pictures, kind).stream())
        .findFirst();
  }

  private com.stoganet.proxy.api.model.Picture picture(Optional<Picture> found, int width) {
    return found
        .map(
            picture ->
                new com.stoganet.proxy.api.model.Picture()
                    .url(links.address(picture, width))
                    .blurhash(picture.blurHash().isEmpty() ? null : picture.blurHash())
                    .aspectRatio(ratio(picture)))
        .orElse(null);
  }

  private static Double ratio(Picture picture) {
    return picture.aspectRatio() == 0
        ? null
        : Math.round(picture.aspectRatio() * HUNDREDTHS) / HUNDREDTHS;
  }
}
