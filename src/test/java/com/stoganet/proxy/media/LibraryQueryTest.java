package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryQueryTest {

  @ParameterizedTest
  @CsvSource({
    "1999, 1999, true",
    "1999, 1998, false",
    "1990-1999, 1990, true",
    "1990-1999, 1999, true",
    "1990-1999, 2000, false",
    "1990-, 2026, true",
    "1990-, 1989, false",
    "-1999, 1894, true",
    "-1999, 0, false"
  })
  void given_a_range_when_a_year_is_looked_at_then_both_ends_are_in(
      String range, int year, boolean inside) {
    assertThat(YearRange.parse(range).contains(year)).isEqualTo(inside);
  }

  @Test
  void given_no_range_when_a_year_is_unknown_then_it_is_in() {
    assertThat(YearRange.parse(null).contains(0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "99", "1999-1990", "1990--1999", "x", "19999", "1990-99"})
  void given_no_range_of_years_when_read_then_the_field_is_named(String text) {
    assertThatThrownBy(() -> YearRange.parse(text))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("field", "year"));
  }

  @ParameterizedTest
  @CsvSource({
    "a, amélie, true",
    "E, étoile, true",
    "a, über, false",
    "u, über, true",
    "Ж, жара, true",
    "七, 七人の侍, true",
    "#, 2001: a space odyssey, true",
    "#, amélie, false",
    "#, '', true"
  })
  void given_a_letter_when_a_title_is_looked_at_then_case_and_accents_do_not_matter(
      String letter, String sortName, boolean under) {
    assertThat(Letter.parse(letter).equals(Letter.of(sortName))).isEqualTo(under);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "1", "-", " "})
  void given_no_letter_when_read_then_the_field_is_named(String text) {
    assertThatThrownBy(() -> Letter.parse(text))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("field", "letter"));
  }

  @Test
  void given_filters_when_a_title_is_looked_at_then_all_of_them_count() {
    Title title = SampleTitles.movie(1, "Harbour", 1999, 7);
    TitleOrder order = LibraryQuery.ALL.order();

    assertThat(LibraryQuery.ALL.matches(title)).isTrue();
    assertThat(LibraryQuery.of(MediaKind.TV, order).matches(title)).isFalse();
    assertThat(query("drama", "1999", "h").matches(title)).isTrue();
    assertThat(query("Crime", "1999", "h").matches(title)).isFalse();
    assertThat(query("drama", "2000-", "h").matches(title)).isFalse();
    assertThat(query("drama", "1999", "x").matches(title)).isFalse();
  }

  @Test
  void given_two_queries_when_told_apart_then_every_filter_counts() {
    assertThat(query("drama", "1999", "h").fingerprint())
        .isEqualTo(query("drama", "1999", "h").fingerprint())
        .isNotEqualTo(query("crime", "1999", "h").fingerprint())
        .isNotEqualTo(query("drama", "1998", "h").fingerprint())
        .isNotEqualTo(query("drama", "1999", "i").fingerprint());
  }

  private static LibraryQuery query(String genre, String years, String letter) {
    return new LibraryQuery(
        null,
        LibraryQuery.ALL.order(),
        genre,
        YearRange.parse(years),
        null,
        null,
        Letter.parse(letter));
  }
}
