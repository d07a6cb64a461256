package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.PathTemplate;
import java.util.Set;

/** A path of the API, the parameters it knows, and what is answered. */
record ArrRoute(
    String method, PathTemplate path, int status, Set<String> parameters, Action action) {

  /** Answers a call with what is then written as JSON. */
  @FunctionalInterface
  interface Action {
    Object answer(ArrCall call);
  }
}
