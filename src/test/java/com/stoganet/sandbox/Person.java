package com.stoganet.sandbox;

/** Somebody in front of or behind the camera. */
record Person(String name, String kind, String role) {
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
    return Guid.of("person/" + name);
  }
}
