package com.stoganet.proxy.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** As much of a container as the filters' parts look at; everything else fails. */
final class ServletFakes {

  private ServletFakes() {}

  /** A request with these headers. */
  static HttpServletRequest request(Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ServletFakes.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if ("getHeaders".equals(method.getName())) {
                String value = headers.get((String) arguments[0]);
                return Collections.enumeration(value == null ? List.of() : List.of(value));
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
