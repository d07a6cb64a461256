package com.stoganet.proxy.media.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "The Thing;the thing",
        "Léon;leon",
        "İSTANBUL ısı;istanbul isi",
        "Weißensee GROẞ;weissensee gross",
        "Sœurs Æon Ærø;soeurs aeon aero",
        "Łódź Đorđe Þór;lodz dorde thor",
        "Ёлка й;елка и",
        "ΣΊΣΥΦΟΣ σίσυφος;σισυφοσ σισυφοσ",
        "Ocean's Eleven;oceans eleven",
        "Ocean’s Ocean´s Oceanʼs;oceans oceans oceans",
        "L'Avventura d’Amélie;l avventura d amelie",
        "Rock 'n' Roll;rock n roll",
        "Spider-Man;spider man",
        "WALL·E;wall e",
        "S.H.I.E.L.D.;shield",
        "M*A*S*H;mash",
        "E.T. the Extra-Terrestrial;et the extra terrestrial",
        "J. K. Rowling;j k rowling",
        "9-1-1;911",
        "3:10 to Yuma;3 10 to yuma",
        "Fast & Furious;fast and furious",
        "R&B;r and b",
        "Romeo + Juliet;romeo and juliet",
        "Alien³ 8½;alien 3 8 12",
        "Rocky Ⅱ;rocky ii",
        "ＡＢＣ;abc",
        "zero\u200Bwidth soft\u00ADhyphen;zerowidth softhyphen",
        "千と千尋;千 と 千 尋",
        "기생충;기 생 충",
        "ｺﾞｼﾞﾗ ゴジラ;コ シ ラ コ シ ラ",
        "20世紀少年;20 世 紀 少 年",
        "𠮷野;𠮷 野"
      })
  void given_a_text_when_read_then_its_words_are_plain(String text, String words) {
    assertThat(Words.of(text).all()).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spider-man;spider man",
        "侍;侍",
        "千と千尋 x;千と と千 千尋 x",
        "千 尋;千 尋",
        "シン・ゴジラ;シン コシ シラ",
        "20世紀 少年;20世 世紀 少年"
      })
  void given_a_script_without_spaces_when_typed_then_neighbours_are_looked_for(
      String text, String terms) {
    assertThat(Words.of(text).typed()).containsExactly(terms.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "-- !?", "'", "\u0301", "\uD83D\uDE00"})
  void given_neither_letters_nor_digits_when_read_then_there_are_no_words(String text) {
    assertThat(Words.of(text).all()).isEmpty();
    assertThat(Words.of(text).all()).isEmpty();
  }
}
