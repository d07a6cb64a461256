package com.stoganet.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeySourceTest {

  private static final String PEM = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void given_a_key_pair_when_asked_then_the_container_learns_its_public_half() {
    environment.put("JWT_ALGORITHM", "ES256");
    environment.put("JWT_PUBLIC_KEY", PEM);

    TokenKeySource source = source();

    assertThat(source.getProperties())
        .containsOnly(
            Map.entry("mp.jwt.verify.publickey", PEM),
            Map.entry("mp.jwt.verify.publickey.algorithm", "ES256"));
    assertThat(source.getValue("JWT_PUBLIC_KEY")).isNull();
  }

  @Test
  void given_the_key_in_a_file_when_asked_then_it_is_read() throws IOException {
    environment.put("JWT_ALGORITHM", "ES256");
    Path file = Files.writeString(directory.resolve("public.pem"), PEM + "\n");
    environment.put("JWT_PUBLIC_KEY_FILE", file.toString());

    assertThat(source().getValue("mp.jwt.verify.publickey")).isEqualTo(PEM);
  }

  @Test
  void given_a_shared_key_when_asked_then_there_is_no_public_key_to_prefer_to_it() {
    environment.put("JWT_PUBLIC_KEY", PEM);
    assertThat(source().getPropertyNames()).isEmpty();

    environment.put("JWT_ALGORITHM", "HS256");
    assertThat(source().getPropertyNames()).isEmpty();
  }

  @Test
  void given_settings_that_are_wrong_when_asked_then_it_keeps_silent() {
    environment.put("JWT_ALGORITHM", "ES256");
    assertThat(source().getPropertyNames()).isEmpty();

    environment.put("JWT_PUBLIC_KEY_FILE", directory.resolve("missing").toString());
    assertThat(source().getPropertyNames()).isEmpty();
  }

  private TokenKeySource source() {
    return new TokenKeySource(name -> Optional.ofNullable(environment.get(name)));
  }
}
