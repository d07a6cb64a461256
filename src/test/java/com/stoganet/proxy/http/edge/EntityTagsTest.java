package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

  private static final String VERSION = version("content");
  private static final String PLAIN = EntityTags.tag(VERSION, false);
  private static final String COMPRESSED = EntityTags.tag(VERSION, true);

  @Test
  void given_content_when_hashed_then_the_version_is_the_first_half_of_its_sha_256() {
    // printf content | openssl dgst -sha256 -binary | head -c 16 | base64
    assertThat(VERSION).isEqualTo("7XACtDnprIRfIjV9giusFA");
    assertThat(version("other content")).isNotEqualTo(VERSION);
  }

  @Test
  void given_a_version_when_tagged_then_each_coding_has_a_strong_tag_of_its_own() {
    assertThat(PLAIN).isEqualTo("\"" + VERSION + "\"");
    assertThat(COMPRESSED).isEqualTo("\"" + VERSION + "-gz\"");
  }

  @Test
  void given_the_tag_of_either_coding_when_gzip_is_accepted_then_it_is_held() {
    assertThat(held(PLAIN, "gzip")).hasValue(PLAIN);
    assertThat(held(COMPRESSED, "gzip")).hasValue(COMPRESSED);
    assertThat(held(PLAIN + ", " + COMPRESSED, "gzip")).hasValue(COMPRESSED);
  }

  @Test
  void given_the_compressed_tag_when_gzip_is_not_accepted_then_it_is_of_no_use() {
    assertThat(held(COMPRESSED, "gzip;q=0")).isEmpty();
    assertThat(held(COMPRESSED, null)).isEmpty();
    assertThat(held(PLAIN + ", " + COMPRESSED, null)).hasValue(PLAIN);
  }

  @Test
  void given_any_tag_when_asked_then_the_one_that_would_be_sent_is_held() {
    assertThat(held("*", "gzip")).hasValue(COMPRESSED);
    assertThat(held("*", null)).hasValue(PLAIN);
  }

  @Test
  void given_another_tag_or_none_when_asked_then_nothing_is_held() {
    assertThat(held(EntityTags.tag(version("other"), false), "gzip")).isEmpty();
    assertThat(held(null, "gzip")).isEmpty();
  }

  private static String version(String content) {
    return EntityTags.version(content.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> held(String tags, String codings) {
    Map<String, String> headers = new HashMap<>();
    headers.put("If-None-Match", tags);
    headers.put("Accept-Encoding", codings);
    return EntityTags.held(ServletFakes.request(headers), VERSION);
  }
}
