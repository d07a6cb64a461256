package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.auth.Device;
import org.junit.jupiter.api.Test;

class AuthorizationHeaderTest {

  @Test
  void given_a_device_with_an_awkward_name_when_written_then_every_value_is_url_encoded() {
    assertThat(AuthorizationHeader.ofDevice(new Device("d-1", "Jörg's \"TV\", +1", "test")))
        .isEqualTo(
            "MediaBrowser Client=\"Stoganet\", Version=\"0.1.0\", DeviceId=\"d-1\", "
                + "Device=\"J%C3%B6rg%27s+%22TV%22%2C+%2B1\"");
  }

  @Test
  void given_a_token_when_written_then_it_stands_alone() {
    assertThat(AuthorizationHeader.ofToken("abc")).isEqualTo("MediaBrowser Token=\"abc\"");
  }
}
