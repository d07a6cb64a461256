package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyBodyRequestTest {

  private static HttpServletRequest request(
      String method, String protocol, long length, String transferEncoding) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            EmptyBodyRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getProtocol" -> protocol;
                  case "getContentLengthLong" -> length;
                  case "getHeader" ->
                      "Transfer-Encoding".equals(arguments[0]) ? transferEncoding : "text/plain";
                  case "getHeaders" -> headers("text/plain");
                  case "getHeaderNames" -> headers("Accept");
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private static Enumeration<String> headers(String value) {
    return Collections.enumeration(List.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, HTTP/1.1, 0,, true",
    "PUT, HTTP/1.1, 0,, true",
    "POST, HTTP/1.1, -1,, true",
    "POST, HTTP/2.0, 0,, true",
    "POST, HTTP/1.1, -1, chunked, false",
    "POST, HTTP/2.0, -1,, false",
    "POST, HTTP/1.1, 2,, false",
    "GET, HTTP/1.1, 0,, false",
    "DELETE, HTTP/1.1, -1,, false"
  })
  void given_a_request_when_it_has_no_body_then_its_type_does_not_matter(
      String method, String protocol, long length, String encoding, boolean without) {
    HttpServletRequest original = request(method, protocol, length, encoding);

    HttpServletRequest taken = EmptyBodyRequest.orItself(original);

    assertThat(taken instanceof EmptyBodyRequest).isEqualTo(without);
    assertThat(taken == original).isEqualTo(!without);
  }

  @Test
  void given_no_body_when_headers_are_read_then_the_type_is_json_and_the_others_are_as_sent() {
    HttpServletRequest taken = EmptyBodyRequest.orItself(request("POST", "HTTP/1.1", 0, null));

    assertThat(taken.getContentType()).isEqualTo("application/json");
    assertThat(taken.getHeader("content-type")).isEqualTo("application/json");
    assertThat(Collections.list(taken.getHeaders("CONTENT-TYPE")))
        .containsExactly("application/json");
    assertThat(Collections.list(taken.getHeaderNames())).containsExactly("Accept", "Content-Type");
    assertThat(taken.getHeader("Accept")).isEqualTo("text/plain");
  }
}
