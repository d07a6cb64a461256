package com.stoganet.sandbox;

import java.io.IOException;

/** A path of the API, who may call it and what then happens. */
record Route(String method, PathTemplate path, Access access, Action to) {

  /** Who may call. */
  enum Access {
    ANYONE,
    SIGNED_IN,
    ADMINISTRATOR
  }

  /** Answers a call. */
  @FunctionalInterface
  interface Action {
    void handle(Call call) throws IOException;
  }

  static Route of(String method, String template, Access access, Action to) {
    return new Route(method, PathTemplate.of(template), access, to);
  }

  String template() {
    return path.template();
  }
}
