package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ClientAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

  private static final String TRUSTED = "127.0.0.1,10.0.0.0/8,fd00::/8";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // peer | X-Forwarded-For | Forwarded | client
        "203.0.113.9 |  |  | 203.0.113.9",
        "203.0.113.9 | 198.51.100.1 |  | 203.0.113.9",
        "203.0.113.9 |  | for=198.51.100.1 | 203.0.113.9",
        "127.0.0.1 |  |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1 |  | 198.51.100.1",
        "127.0.0.1 | 1.1.1.1, 198.51.100.1 |  | 198.51.100.1",
        "127.0.0.1 | 1.1.1.1, 198.51.100.1, 10.0.0.2 |  | 198.51.100.1",
        "127.0.0.1 | 198.51.100.1, 10.0.0.2, 10.0.0.3 |  | 198.51.100.1",
        "127.0.0.1 | 10.0.0.1, 10.0.0.2 |  | 10.0.0.1",
        "127.0.0.1 | 127.0.0.1, 198.51.100.1 |  | 198.51.100.1",
        "127.0.0.1 | 198.51.100.1:4711 |  | 198.51.100.1",
        "127.0.0.1 | 2001:db8::1 |  | 2001:db8::1",
        "127.0.0.1 | [2001:db8::1] |  | 2001:db8::1",
        "127.0.0.1 | [2001:db8::1]:4711 |  | 2001:db8::1",
        "127.0.0.1 | 2001:DB8:0:0:0:0:0:1 |  | 2001:db8::1",
        "127.0.0.1 | ::ffff:198.51.100.1 |  | 198.51.100.1",
        "::ffff:127.0.0.1 | 198.51.100.1 |  | 198.51.100.1",
        "::ffff:10.1.2.3 | 198.51.100.1 |  | 198.51.100.1",
        "fd00::7 | 198.51.100.1, fd12::1 |  | 198.51.100.1",
        "fe80::1 | 198.51.100.1 |  | fe80::1",
        "127.0.0.1 | unknown |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, unknown |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, unknown, 10.0.0.2 |  | 10.0.0.2",
        "127.0.0.1 | localhost |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.0/24 |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.* |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100 |  | 127.0.0.1",
        "127.0.0.1 | 0xc6336401 |  | 127.0.0.1",
        "127.0.0.1 | 3325256705 |  | 127.0.0.1",
        "127.0.0.1 | fe80::1%eth0 |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1;drop |  | 127.0.0.1",
        "127.0.0.1 | , |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, |  | 127.0.0.1",
        "127.0.0.1 |  | for=198.51.100.1 | 198.51.100.1",
        "127.0.0.1 |  | For=\"198.51.100.1:80\";proto=https | 198.51.100.1",
        "127.0.0.1 |  | proto=https;for=\"[2001:db8::1]:4711\" | 2001:db8::1",
        "127.0.0.1 |  | for=1.1.1.1, for=198.51.100.1;by=10.0.0.2, for=10.0.0.2 | 198.51.100.1",
        "127.0.0.1 |  | for=198.51.100.1, for=_hidden | 127.0.0.1",
        "127.0.0.1 |  | for=198.51.100.1, for=unknown | 127.0.0.1",
        "127.0.0.1 |  | by=10.0.0.2 | 127.0.0.1",
        "127.0.0.1 |  | xfor=198.51.100.1 | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1 | for=198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | 198.51.100.1 | for=198.51.100.2 | 127.0.0.1",
        "127.0.0.1 | 6.6.6.6, 198.51.100.1 | for=198.51.100.1 | 198.51.100.1",
        // Proxies repeat the Host of the client in quotes, whatever it wrote there.
        "127.0.0.1 |  | for=198.51.100.1;host=\"x,for=6.6.6.6\" | 198.51.100.1",
        "127.0.0.1 |  | host=\"x;for=6.6.6.6\";for=198.51.100.1 | 198.51.100.1",
        "127.0.0.1 |  | for=198.51.100.1;host=\"x\\\",for=6.6.6.6\" | 198.51.100.1",
        "127.0.0.1 |  | host=\"x\\\";for=6.6.6.6\";for=198.51.100.1 | 198.51.100.1",
        "127.0.0.1 |  | for=\"6.6.6.6, for=198.51.100.1 | 198.51.100.1",
        "127.0.0.1 |  | for=6.6.6.6\\, for=\"198.51.100.1\" | 198.51.100.1",
        "127.0.0.1 |  | for=198.51.100.1;for=6.6.6.6 | 127.0.0.1",
        "127.0.0.1 |  | for=198.51.100.1x\" | 127.0.0.1",
        "127.0.0.1 |  | for=198.51.100.1, for=_abcdefghijklmnopqrs | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, _abcdefghijklmnopqrs |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, 0123456789abcdefghij |  | 127.0.0.1",
        "127.0.0.1 | 198.51.100.1, 0b1010 |  | 127.0.0.1",
        "127.0.0.1 |  | proto=https;;for=198.51.100.1; | 198.51.100.1",
      })
  void given_a_chain_of_proxies_when_walked_then_the_client_is_the_first_not_trusted(
      String peer, String forwardedFor, String forwarded, String client) {
    assertThat(addresses(TRUSTED).of(peer, lines(forwardedFor), lines(forwarded)).text())
        .isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1 |  |  | true",
        "127.0.0.1 | 10.1.2.3 |  | true",
        "127.0.0.1 | 192.168.1.7 |  | true",
        "127.0.0.1 | 172.31.1.7 |  | true",
        "127.0.0.1 | 172.32.1.7 |  | false",
        "127.0.0.1 | 169.254.1.7 |  | true",
        "127.0.0.1 | 100.64.1.7 |  | false",
        "127.0.0.1 | fe80::7 |  | true",
        "127.0.0.1 | fc00::7 |  | true",
        "127.0.0.1 | 2001:db8::7 |  | false",
        "127.0.0.1 | ::ffff:192.168.1.7 |  | true",
        "127.0.0.1 | 203.0.113.7 |  | false",
        "203.0.113.7 | 192.168.1.7 |  | false",
        // A client behind a reverse proxy is not at home because that proxy is.
        "127.0.0.1 | unknown |  | false",
        "127.0.0.1 | 203.0.113.7 | for=192.168.1.7 | false",
      })
  void given_a_client_when_found_then_it_is_local_only_if_that_is_certain_B08(
      String peer, String forwardedFor, String forwarded, boolean local) {
    assertThat(addresses(TRUSTED).of(peer, lines(forwardedFor), lines(forwarded)).local())
        .isEqualTo(local);
  }

  @Test
  void given_several_lines_of_a_header_when_walked_then_they_count_as_one() {
    List<String> lines = List.of("1.1.1.1", "198.51.100.1, 10.0.0.2", "10.0.0.3");

    assertThat(addresses(TRUSTED).of("127.0.0.1", lines, List.of()).text())
        .isEqualTo("198.51.100.1");
  }

  @Test
  void given_nobody_who_is_trusted_when_walked_then_the_peer_is_the_client() {
    assertThat(addresses("").of("127.0.0.1", List.of("198.51.100.1"), List.of()).text())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void given_a_chain_of_ten_thousand_trusted_hops_when_walked_then_it_ends_soon() {
    List<String> lines = Collections.nCopies(10_000, "10.0.0.1");

    assertThat(addresses(TRUSTED).of("127.0.0.1", lines, List.of()).text()).isEqualTo("10.0.0.1");
  }

  @Test
  void
      given_a_huge_header_of_quotes_and_backslashes_when_walked_then_what_the_proxy_added_counts() {
    List<String> lines = List.of("\\\"".repeat(100_000), "\\".repeat(100_000), "for=198.51.100.1");

    assertThat(addresses(TRUSTED).of("127.0.0.1", List.of(), lines).text())
        .isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9,203.0.113.9",
    "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
    "2001:db8:1:2::,2001:db8:1:2::/64",
    "2001:db8:1:3::,2001:db8:1:3::/64"
  })
  void given_an_address_when_its_network_is_asked_for_then_of_ipv6_it_is_what_a_household_has(
      String peer, String network) {
    ClientAddress address = addresses("").of(peer, List.of(), List.of());

    assertThat(address.network()).isEqualTo(network);
  }

  private static ClientAddresses addresses(String trusted) {
    Map<String, String> settings = Map.of("TRUSTED_PROXIES", trusted);
    return new ClientAddresses(Settings.read(name -> Optional.ofNullable(settings.get(name))));
  }

  private static List<String> lines(String header) {
    return header == null ? List.of() : Arrays.asList(header);
  }
}
