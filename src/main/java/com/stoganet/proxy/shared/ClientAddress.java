package com.stoganet.proxy.shared;

/**
 * Where a request comes from, whatever stands between.
 *
 * @param text the address as it is written shortest
 * @param network what one household has: the address itself, of IPv6 its /64
 * @param local whether it lies in a network that Jellyfin takes for its own when no local networks
 *     are configured: loopback, private, link-local and unique local addresses
 */
public record ClientAddress(String text, String network, boolean local) {

  /** The request attribute that carries it behind the outermost filter. */
  public static final String ATTRIBUTE = ClientAddress.class.getName();

  private static final ThreadLocal<ClientAddress> CURRENT = new ThreadLocal<>();

  /** An address that is not local. */
  public ClientAddress(String text, String network) {
    this(text, network, false);
  }

  /** Binds the address to this thread, which works for that client; null unbinds it. */
  public static void bind(ClientAddress address) {
    if (address == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(address);
    }
  }

  /** The address bound to this thread, or null for work that no client waits for. */
  public static ClientAddress current() {
    return CURRENT.get();
  }
}
