package com.stoganet.proxy.clients.jellyfin;

/** The state of a Quick Connect attempt. */
public class QuickConnectResult {
  public boolean authenticated;
  public String secret;
  public String code;

  /** The request that redeems an approved attempt. */
  public static class Redemption {
    public String secret;

    static Redemption of(String secret) {
      Redemption redemption = new Redemption();
      redemption.secret = secret;
      return redemption;
    }
  }
}
