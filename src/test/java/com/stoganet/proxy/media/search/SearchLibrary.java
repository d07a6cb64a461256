package com.stoganet.proxy.media.search;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Titles to search through. */
final class SearchLibrary {

  private final List<Title> titles = new ArrayList<>();
  private final Map<Title, List<String>> people = new HashMap<>();

  /** Well-known titles; without ratings, so equally good ones are in the order of their years. */
  static SearchLibrary wellKnown() {
    SearchLibrary library = new SearchLibrary();
    try (InputStream file = SearchLibrary.class.getResourceAsStream("/search/library.csv")) {
      String lines = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      lines.lines().filter(line -> !line.startsWith("#")).forEach(library::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return library;
  }

  /** Adds a title without anything else of interest. */
  SearchLibrary add(String name, int year, float rating, String... people) {
    add(name, "", year, rating, List.of(people));
    return this;
  }

  /** Adds a title with an original name. */
  SearchLibrary addForeign(String name, String original) {
    add(name, original, 2000, 0, List.of());
    return this;
  }

  List<Title> titles() {
    return titles;
  }

  List<String> people(Title title) {
    return people.get(title);
  }

  SearchIndex index() {
    return SearchIndex.of(titles, people::get);
  }

  private void addLine(String line) {
    String[] cells = line.split(";", -1);
    List<String> people = List.of(cells[3].split(", "));
    add(cells[0], cells[1], Integer.parseInt(cells[2]), 0, people);
  }

  private void add(String name, String original, int year, float rating, List<String> names) {
    int number = titles.size() + 1;
    Title title =
        new Title(
            new CatalogId.Tmdb(MediaKind.MOVIE, number),
            new JellyfinId(0, number),
            MediaKind.MOVIE,
            name,
            original,
            name.toLowerCase(Locale.ROOT).replaceFirst("^(the|an?) ", ""),
            year,
            "",
            List.of(),
            rating,
            Title.UNKNOWN_DAY,
            null,
            List.of(),
            Optional.empty());
    titles.add(title);
    people.put(title, names);
  }
}
