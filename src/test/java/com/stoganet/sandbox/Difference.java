package com.stoganet.sandbox;

import java.util.Set;

/**
 * Something in which the sandbox and a real server answer otherwise.
 *
 * @param what the kind of difference: {@code less} and {@code more} (members or kinds that only one
 *     side has), {@code absent} (the sandbox sometimes leaves out what the real one always sends),
 *     {@code form} (another type, or another way to say nothing)
 * @param place the kind of object and the member
 * @param example a recording to look at
 */
record Difference(
    String what, String place, Set<String> real, Set<String> sandbox, String example) {

  @Override
  public String toString() {
    return what + " | " + place + " | real: " + real + ", sandbox: " + sandbox + " | " + example;
  }
}
