package com.stoganet.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns the parameters of a listing into a condition on items. */
final class ItemFilter {
  private final Query query;
  private Predicate<Item> condition = item -> true;

  private ItemFilter(Query query) {
    this.query = query;
  }

  static Predicate<Item> of(Query query) {
    ItemFilter filter = new ItemFilter(query);
    filter.kinds();
    filter.identity();
    filter.description();
    filter.dates();
    return filter.condition;
  }

  private void kinds() {
    Kinds included = Kinds.of(query, "includeItemTypes");
    Kinds excluded = Kinds.of(query, "excludeItemTypes");
    require(item -> included.unspecified() || included.names(item.type()));
    require(item -> !excluded.names(item.type()));
    List<String> media = query.commas("mediaTypes");
    if (media.stream().anyMatch("Video"::equalsIgnoreCase)) {
      require(item -> !item.type().folder());
    }
    query.flag("isMissing").ifPresent(value -> require(item -> item.missing() == value));
    List<String> locations = query.commas("locationTypes");
    if (!locations.isEmpty()) {
      require(item -> locations.contains(item.missing() ? "Virtual" : "FileSystem"));
    }
  }

  private void identity() {
    List<String> excluded = query.guids("excludeItemIds");
    require(item -> !excluded.contains(item.id()));
    for (String provider : List.of("Tmdb", "Imdb", "Tvdb")) {
      query
          .flag("has" + provider + "Id")
          .ifPresent(
              value -> require(item -> item.metadata().providerIds.containsKey(provider) == value));
    }
    query
        .number("parentIndexNumber")
        .ifPresent(number -> require(item -> item.parentIndex().equals(Optional.of(number))));
    query
        .number("indexNumber")
        .ifPresent(number -> require(item -> item.index().equals(Optional.of(number))));
  }

  private void description() {
    anyOf(query.pipes("genres"), about -> about.genres);
    anyOf(
        query.guids("genreIds"),
        about -> about.genres.stream().map(DescriptionJson::genreId).toList());
    anyOf(query.guids("personIds"), about -> about.people.stream().map(Person::id).toList());
    anyOf(query.pipes("person"), about -> about.people.stream().map(Person::name).toList());
    anyOf(
        query.pipes("officialRatings"),
        about -> Optional.ofNullable(about.officialRating).stream().toList());
    List<Integer> years = query.numbers("years");
    if (!years.isEmpty()) {
      require(item -> years.contains(item.metadata().year));
    }
    query
        .decimal("minCommunityRating")
        .ifPresent(
            least ->
                require(
                    item ->
                        item.metadata().communityRating != null
                            && item.metadata().communityRating >= least));
    query
        .text("nameStartsWith")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .ifPresent(text -> require(item -> item.sortName().startsWith(text)));
  }

  private void dates() {
    query.date("minDateLastSaved").ifPresent(date -> notBefore(date, Item::lastSaved));
    query.date("minDateLastSavedForUser").ifPresent(date -> notBefore(date, Item::lastSaved));
    query.date("minPremiereDate").ifPresent(date -> notBefore(date, ItemFilter::premiere));
    query.date("maxPremiereDate").ifPresent(date -> require(item -> !premiere(item).isAfter(date)));
  }

  private static Instant premiere(Item item) {
    return Optional.ofNullable(item.metadata().premiere).orElse(Instant.MIN);
  }

  private void notBefore(Instant date, Function<Item, Instant> property) {
    require(item -> !property.apply(item).isBefore(date));
  }

  private void anyOf(List<String> wanted, Function<Metadata, List<String>> property) {
    if (!wanted.isEmpty()) {
      require(
          item ->
              property.apply(item.metadata()).stream()
                  .anyMatch(value -> wanted.stream().anyMatch(value::equalsIgnoreCase)));
    }
  }

  private void require(Predicate<Item> more) {
    condition = condition.and(more);
  }
}
