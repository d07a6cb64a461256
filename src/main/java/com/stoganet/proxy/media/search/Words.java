package com.stoganet.proxy.media.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as plain words, so that a title and what a user types for it come out the same.
 *
 * <p>Scripts that put no space between words have every character as a word of its own.
 */
final class Words {

  private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}\\p{Me}]+");

  /** Numbers such as ³ and ½, which would grow onto the word before them when taken apart. */
  private static final Pattern SMALL_NUMBERS = Pattern.compile("\\p{No}");

  private static final String APOSTROPHES = "'`´‘’‛ʼʻ′";

  private final List<String> words = new ArrayList<>(4);
  private final List<String> pictures = new ArrayList<>(0);

  /** Which words follow the one before them with nothing in between. */
  private final BitSet glued = new BitSet(0);

  private final StringBuilder word = new StringBuilder();

  /** There was something since the last word that is no letter, and whether it was white space. */
  private boolean gap;

  private boolean space;

  /** The last word consists of single letters that only punctuation set apart. */
  private boolean initials;

  private Words() {}

  /** Reads any text; what has neither letters nor digits is no words, but may be pictures. */
  static Words of(String text) {
    Words words = new Words();
    String plain = withoutAccents(text);
    for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
      words.read(plain.codePointAt(i));
    }
    words.endWord();
    if (words.words.isEmpty() && words.pictures.isEmpty()) {
      // A name like "!!!" or "?".
      Arrays.stream(plain.strip().split("\\s+"))
          .filter(run -> !run.isEmpty())
          .forEach(words.pictures::add);
    }
    return words;
  }

  /** The words in their order. */
  List<String> all() {
    return Collections.unmodifiableList(words);
  }

  /** The pictures in the text, such as emoji, each as a word; of some titles they are the name. */
  List<String> pictures() {
    return Collections.unmodifiableList(pictures);
  }

  /**
   * What must be found for this text: its words, but pairs of characters where no space is used,
   * and its pictures.
   */
  List<String> typed() {
    List<String> terms = new ArrayList<>(typedWords());
    terms.addAll(pictures);
    return terms;
  }

  /** What must be found for this text, without its pictures. */
  List<String> typedWords() {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (glued.get(i)) {
        terms.add(words.get(i - 1) + words.get(i));
      } else if (!glued.get(i + 1)) {
        terms.add(words.get(i));
      }
    }
    return terms;
  }

  private static String withoutAccents(String text) {
    if (isAscii(text)) {
      return text;
    }
    // An acute accent on its own is what many keyboards have for an apostrophe.
    String apart = SMALL_NUMBERS.matcher(text.replace('´', '\'')).replaceAll(" $0");
    String decomposed = Normalizer.normalize(apart, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(decomposed).replaceAll("");
    // Korean syllables were taken apart as well, and are letters only in one piece.
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private void read(int letter) {
    if (letter == '&' || letter == '+') {
      endWord();
      gap = true;
      word.append("and");
      endWord();
      gap = true;
    } else if (APOSTROPHES.indexOf(letter) >= 0) {
      readApostrophe();
    } else if (Letters.areWords(letter)) {
      endWord();
      word.appendCodePoint(letter);
      endWord();
    } else if (Character.isAlphabetic(letter) || Character.isDigit(letter)) {
      Letters.appendPlain(letter, word);
    } else if (Character.getType(letter) != Character.FORMAT) {
      endWord();
      gap = true;
      space |= Character.isWhitespace(letter);
      if (Character.getType(letter) == Character.OTHER_SYMBOL) {
        pictures.add(Character.toString(letter));
      }
    }
  }

  /** "Ocean's" is a word, but "L'Avventura" is also looked for without its article. */
  private void readApostrophe() {
    if (word.length() == 1) {
      endWord();
      gap = true;
    }
  }

  private void endWord() {
    if (word.isEmpty()) {
      return;
    }
    int last = words.size() - 1;
    boolean initial = word.length() == 1 && !Letters.areWords(word.charAt(0));
    if (initial && initials && !space) {
      words.set(last, words.get(last) + word);
    } else {
      glued.set(words.size(), !words.isEmpty() && !gap);
      words.add(word.toString());
    }
    initials = initial;
    gap = false;
    space = false;
    word.setLength(0);
  }
}
