package com.stoganet.proxy.media.search;

/** Compares names as users read them. */
public final class Spelling {

  private Spelling() {}

  /** Whether two names have the same words, whatever their case, accents and punctuation. */
  public static boolean same(String one, String other) {
    return one.equals(other) || Words.of(one).all().equals(Words.of(other).all());
  }
}
