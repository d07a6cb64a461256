package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.Picture;
import jakarta.enterprise.context.ApplicationScoped;

/** Stub. */
@ApplicationScoped
public class PictureLinks {
  public String address(Picture picture, int width) {
    return "";
  }
}
