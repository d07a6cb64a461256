package com.stoganet.proxy.clients.jellyfin;

/** How far an attempt of Quick Connect is. */
public class QuickConnectResult {
  public boolean authenticated;
  public String secret;
  public String code;

  /** What an approved attempt is redeemed with. */
  public static class Redemption {
    public String secret;

    static Redemption of(String secret) {
      Redemption redemption = new Redemption();
      redemption.secret = secret;
      return redemption;
    }
  }
}
