package com.stoganet.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.LoginRequest;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.TokenPair;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.junit.jupiter.api.Test;

class ModelJsonTest {

  private final Jsonb json = JsonbBuilder.create();

  @Test
  void given_a_model_when_written_then_names_and_values_are_those_of_the_contract() {
    assertThat(json.toJson(new TokenPair().accessToken("a").refreshToken("r").expiresIn(900)))
        .isEqualTo("{\"access_token\":\"a\",\"expires_in\":900,\"refresh_token\":\"r\"}");
    assertThat(json.toJson(new LibraryItem().type(MediaType.TV).state(MediaState.PLAYABLE)))
        .isEqualTo("{\"state\":\"playable\",\"type\":\"tv\"}");
  }

  @Test
  void given_json_of_a_newer_client_when_read_then_unknown_fields_do_no_harm() {
    LoginRequest login =
        json.fromJson(
            "{\"username\":\"demo\",\"password\":\"x\",\"device_label\":\"TV\",\"new\":{\"a\":[1]}}",
            LoginRequest.class);

    assertThat(login)
        .isEqualTo(new LoginRequest().username("demo").password("x").deviceLabel("TV"));
  }
}
