package com.stoganet.proxy.media;

/**
 * A title on the home screen.
 *
 * @param episode the episode to go on with; null when the card stands for the title as a whole
 * @param progress null when it makes no sense
 */
public record Card(Title title, Episode episode, Progress progress) {

  static Card of(Title title) {
    return new Card(title, null, null);
  }
}
