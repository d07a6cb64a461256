package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BufferedResponseTest {

  private final List<String> calls = new ArrayList<>();
  private final BufferedResponse answer = new BufferedResponse(ServletFakes.response(calls));

  @Test
  void given_a_body_when_written_and_flushed_then_nothing_reaches_the_client() throws IOException {
    answer.getOutputStream().write('{');
    answer.getOutputStream().write("x}y".getBytes(StandardCharsets.UTF_8), 1, 1);
    answer.getOutputStream().flush();
    answer.flushBuffer();

    assertThat(text()).isEqualTo("{}");
    assertThat(calls).isEmpty();
  }

  @Test
  void given_a_writer_when_used_then_its_characters_are_in_the_body() throws IOException {
    answer.getWriter().print("ü");
    answer.getWriter().print("!");

    assertThat(text()).isEqualTo("ü!");
  }

  @Test
  void given_a_length_when_announced_in_any_way_then_it_is_not_believed() {
    answer.setContentLength(1);
    answer.setContentLengthLong(1);
    answer.setHeader("Content-Length", "1");
    answer.addHeader("content-length", "1");
    answer.setIntHeader("Content-Length", 1);
    answer.addIntHeader("Content-Length", 1);
    answer.setHeader("ETag", "\"x\"");
    answer.addIntHeader("Age", 1);

    assertThat(calls).containsExactly("setHeader ETag \"x\"", "addHeader Age 1");
  }

  @Test
  void given_a_body_when_reset_then_it_is_gone() throws IOException {
    answer.getWriter().print("old");
    answer.resetBuffer();
    answer.getOutputStream().write('n');
    assertThat(text()).isEqualTo("n");

    answer.reset();
    assertThat(answer.body()).isEmpty();
    assertThat(calls).containsExactly("resetBuffer", "reset");
  }

  @Test
  void given_an_error_or_a_redirect_when_sent_then_the_container_answers() throws IOException {
    assertThat(answer.handedOver()).isFalse();

    answer.sendError(404);
    assertThat(answer.handedOver()).isTrue();
    assertThat(calls).containsExactly("sendError 404");

    BufferedResponse redirected = new BufferedResponse(ServletFakes.response(calls));
    redirected.sendRedirect("/elsewhere");
    assertThat(redirected.handedOver()).isTrue();
  }

  private String text() {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
