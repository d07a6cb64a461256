package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Service;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the client address of a request, through trusted proxies only.
 *
 * <p>Each proxy appends the address of its peer at the right. So the first address from the right
 * that is not trusted is the client; a client can invent everything to the left of it.
 */
@Service
public class ClientAddresses {

  private static final int NETWORK_BITS = 64;

  /** More hops than any real chain has. */
  private static final int MOST_HOPS = 32;

  /** Literals only: names are never looked up; ranges and zones are refused. */
  private static final IPAddressStringParameters LITERAL =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .getParentBuilder()
          .toParams();

  private final List<IPAddress> trusted;

  @Inject
  public ClientAddresses(Settings settings) {
    this.trusted = settings.trustedProxies();
  }

  /** The client address of the request. */
  ClientAddress of(HttpServletRequest request) {
    return of(
        request.getRemoteAddr(),
        Collections.list(request.getHeaders("X-Forwarded-For")),
        Collections.list(request.getHeaders("Forwarded")));
  }

  /**
   * The client address for these headers.
   *
   * @param peer the address of the connection
   * @param forwardedFor lines of X-Forwarded-For
   * @param forwarded lines of Forwarded (RFC 7239)
   */
  ClientAddress of(String peer, List<String> forwardedFor, List<String> forwarded) {
    IPAddress connected = literal(peer).orElse(null);
    if (connected == null) {
      return new ClientAddress(peer, peer);
    }
    boolean forwards = !forwardedFor.isEmpty() || !forwarded.isEmpty();
    if (!forwards || !trusts(connected)) {
      return address(connected, true);
    }
    Hop first = walk(connected, ForwardedHops.ofForwardedFor(forwardedFor));
    Hop second = walk(connected, ForwardedHops.ofForwarded(forwarded));
    if (forwardedFor.isEmpty() || forwarded.isEmpty()) {
      return (forwardedFor.isEmpty() ? second : first).client();
    }
    // Most proxies write one of them and pass the other one on as the client wrote it.
    return first.equals(second) ? first.client() : address(connected, false);
  }

  /**
   * How far the way back to the client is known.
   *
   * @param certain whether it is known to its end; if not, the client is behind this address, and
   *     must not be taken for one of the local network because a proxy is
   */
  private record Hop(IPAddress address, boolean certain) {

    ClientAddress client() {
      return ClientAddresses.address(address, certain);
    }
  }

  private Hop walk(IPAddress connected, List<String> hops) {
    IPAddress nearest = connected;
    int end = Math.max(0, hops.size() - MOST_HOPS);
    for (int i = hops.size() - 1; i >= end && trusts(nearest); i--) {
      Optional<IPAddress> hop = literal(hops.get(i));
      if (hop.isEmpty()) {
        return new Hop(nearest, false);
      }
      nearest = hop.get();
    }
    return new Hop(nearest, true);
  }

  private boolean trusts(IPAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static Optional<IPAddress> literal(String text) {
    IPAddress address = new IPAddressString(text, LITERAL).getAddress();
    if (address == null) {
      return Optional.empty();
    }
    boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
    return Optional.of(mapped ? address.toIPv6().getEmbeddedIPv4Address() : address);
  }

  private static ClientAddress address(IPAddress address, boolean certain) {
    String text = address.toCanonicalString();
    String network =
        address.isIPv4() ? text : address.toPrefixBlock(NETWORK_BITS).toCanonicalString();
    boolean local = address.isLoopback() || address.isLocal();
    return new ClientAddress(text, network, certain && local);
  }
}
