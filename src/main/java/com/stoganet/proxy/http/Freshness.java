package com.stoganet.proxy.http;

import jakarta.enterprise.context.RequestScoped;

/** Stub. */
@RequestScoped
public class Freshness {
  void check(String version) {}
}
