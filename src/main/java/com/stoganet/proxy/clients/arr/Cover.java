package com.stoganet.proxy.clients.arr;

import java.util.List;
import java.util.Locale;

/** A picture of a title; only its public address is read, since the other one needs the API key. */
public class Cover {
  public String coverType;
  public String remoteUrl;

  /** The public address of the first picture of a type; empty when there is none. */
  static String address(List<Cover> covers, String type) {
    return Absent.list(covers).stream()
        .filter(cover -> type.equals(cover.coverType))
        .map(cover -> open(cover.remoteUrl))
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The address if a page loaded over https may show it; else empty. */
  static String open(String address) {
    String text = Absent.text(address);
    return text.toLowerCase(Locale.ROOT).startsWith("https://") ? text : "";
  }
}
