package com.stoganet.proxy.media.search;

/** What is special about some letters. */
final class Letters {

  private Letters() {}

  /** Whether the letter is of a script that puts no space between words, or for Korean few. */
  static boolean areWords(int letter) {
    return letter >= 0x0E00 && isUnspaced(letter) && Character.isAlphabetic(letter);
  }

  private static boolean isUnspaced(int letter) {
    return letter <= 0x0EFF // Thai, Lao
        || (letter >= 0x1000 && letter <= 0x109F) // Burmese
        || (letter >= 0x1780 && letter <= 0x17FF) // Khmer
        || (letter >= 0x2E80 && letter <= 0x9FFF) // Chinese, Japanese
        || (letter >= 0xAC00 && letter <= 0xD7A3) // Korean
        || (letter >= 0x20000 && letter <= 0x3FFFF); // rare Chinese
  }

  /** Writes the lower-case letter as people type it who have no key for it. */
  static void appendPlain(int letter, StringBuilder word) {
    int lower = Character.toLowerCase(letter);
    if (lower < 0x80) {
      word.append((char) lower);
      return;
    }
    switch (lower) {
      case 'ß' -> word.append("ss");
      case 'æ' -> word.append("ae");
      case 'œ' -> word.append("oe");
      case 'þ' -> word.append("th");
      case 'ø' -> word.append('o');
      case 'đ', 'ð' -> word.append('d');
      case 'ł' -> word.append('l');
      case 'ħ' -> word.append('h');
      case 'ŧ' -> word.append('t');
      case 'ŋ' -> word.append('n');
      case 'ı' -> word.append('i');
      case 'ə' -> word.append('e');
      case 'ς' -> word.append('σ');
      default -> word.appendCodePoint(lower);
    }
  }
}
