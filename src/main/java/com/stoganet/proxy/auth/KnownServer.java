package com.stoganet.proxy.auth;

/** Port: which server the users come from. Failures surface as exceptions. */
public interface KnownServer {

  /** The id that is remembered; when there is none, {@code met} is remembered from now on. */
  String idOr(String met);

  /** Remembers this id instead of any other. */
  void replace(String id);
}
