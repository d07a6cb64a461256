package com.stoganet.proxy.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request without a body, whose content type does not matter: older apps request a title without
 * a body, some clients declare nothing as a form, and JAX-RS would refuse both.
 */
final class EmptyBodyRequest extends HttpServletRequestWrapper {

  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";

  private EmptyBodyRequest(HttpServletRequest request) {
    super(request);
  }

  /** The request itself when it has a body. */
  static HttpServletRequest orItself(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean unannounced =
        length < 0
            && request.getHeader("Transfer-Encoding") == null
            && "HTTP/1.1".equals(request.getProtocol());
    boolean sends = Set.of("POST", "PUT").contains(request.getMethod());
    return sends && (length == 0 || unannounced) ? new EmptyBodyRequest(request) : request;
  }

  @Override
  public String getContentType() {
    return JSON;
  }

  @Override
  public String getHeader(String name) {
    return TYPE.equalsIgnoreCase(name) ? JSON : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return TYPE.equalsIgnoreCase(name)
        ? Collections.enumeration(Set.of(JSON))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Collections.list(super.getHeaderNames()));
    names.add(TYPE);
    return Collections.enumeration(names);
  }
}
