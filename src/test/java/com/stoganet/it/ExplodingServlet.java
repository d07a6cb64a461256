package com.stoganet.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails in the ways a servlet can. */
@WebServlet(urlPatterns = "/explode/*")
public class ExplodingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getPathInfo()) {
      case "/runtime" -> throw new IllegalStateException("secret detail at 10.0.0.1");
      case "/checked" -> throw new IOException("secret detail at 10.0.0.1");
      default -> response.sendError(418, "secret detail at 10.0.0.1");
    }
  }
}
