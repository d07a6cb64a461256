package com.stoganet.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody in front of or behind the camera. */
record Person(String name, String kind, String role) {
  private static final Map<String, String> IDS = new ConcurrentHashMap<>();

  static Person actor(String name, String role) {
    return new Person(name, "Actor", role);
  }

  static Person director(String name) {
    return new Person(name, "Director", null);
  }

  static Person writer(String name) {
    return new Person(name, "Writer", null);
  }

  String id() {
    return IDS.computeIfAbsent(name, key -> Guid.of("person/" + key));
  }
}
