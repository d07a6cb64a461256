package com.stoganet.proxy.images;

import com.stoganet.proxy.images.PictureSource.Format;
import com.stoganet.proxy.images.PictureSource.PictureBytes;
import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.IfNoneMatch;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.QualityValues;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** {@code GET /images/...}: pictures, for those who were shown their addresses. */
public class PictureServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(PictureServlet.class);

  private transient PictureLinks links;
  private transient PictureSource source;

  /** For the container, which injects the rest. */
  public PictureServlet() {
    // Servlets are made by the container: constructor injection is not portable here.
  }

  @Inject
  void use(PictureLinks pictureLinks, PictureSource pictureSource) {
    this.links = pictureLinks;
    this.source = pictureSource;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      answer(request, response);
    } catch (ApiException e) {
      request.setAttribute(ApiException.class.getName(), e);
      request.getRequestDispatcher("/error").forward(request, response);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    doGet(request, response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) {
    PictureRequest wanted =
        PictureRequest.of(request.getRequestURI().substring(request.getContextPath().length()));
    if (!links.genuine(wanted.signature(), wanted.picture())) {
      throw ApiException.itemNotFound("There is no such picture.");
    }
    Format format = format(request, wanted.picture().kind());
    String tag = tag(wanted.picture(), wanted.width(), format);
    if (IfNoneMatch.of(request.getHeaders("If-None-Match")).contain(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      mayBeKept(response, tag);
      return;
    }
    PictureBytes picture = source.open(wanted.picture(), wanted.width(), format);
    // Open Liberty has set 401 already if the client sent a token, needlessly, that is too old.
    response.setStatus(HttpServletResponse.SC_OK);
    mayBeKept(response, tag);
    response.setContentType(picture.contentType());
    response.setContentLength(picture.content().length);
    if (!"HEAD".equals(request.getMethod())) {
      send(picture, response);
    }
  }

  /** WebP is the smallest, but only for those who say that they know it. */
  private static Format format(HttpServletRequest request, Picture.Kind kind) {
    if (QualityValues.of(request.getHeaders("Accept")).accepts("image/webp")) {
      return Format.WEBP;
    }
    return kind == Picture.Kind.LOGO ? Format.PNG : Format.JPEG;
  }

  private static String tag(PictureName picture, int width, Format format) {
    return '"'
        + String.join(
            "-",
            picture.tag(),
            picture.kind().text(),
            Integer.toString(width),
            format.name().toLowerCase(Locale.ROOT))
        + '"';
  }

  /** By every cache and for ever: another picture has another address. */
  private static void mayBeKept(HttpServletResponse response, String tag) {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.addHeader("Vary", "Accept");
  }

  private static void send(PictureBytes picture, HttpServletResponse response) {
    try {
      response.getOutputStream().write(picture.content());
    } catch (IOException e) {
      LOG.debug("The client closed the connection before it had the picture");
    }
  }
}
