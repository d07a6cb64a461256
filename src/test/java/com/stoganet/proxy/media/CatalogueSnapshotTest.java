package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueSnapshotTest {

  private static final Title FIRST = SampleTitles.movie(1, "Harbour");
  private static final Title COPY = SampleTitles.copy(2, FIRST.id(), "Harbour (4K)", 2000, 7);

  @Test
  void given_two_copies_when_one_is_hidden_then_the_other_stands_for_the_title() {
    CatalogueSnapshot snapshot =
        CatalogueSnapshot.EMPTY.with(List.of(COPY, FIRST), Map.of(), Set.of());

    assertThat(snapshot.copiesOf(FIRST.id())).containsExactly(FIRST, COPY);
    assertThat(shown(snapshot, FIRST, COPY)).containsExactly(FIRST);
    assertThat(shown(snapshot, COPY)).containsExactly(COPY);
    assertThat(shown(snapshot)).isEmpty();
  }

  @Test
  void given_a_disc_and_a_file_when_both_may_be_seen_then_the_file_stands_for_the_title_B10() {
    Title disc = SampleTitles.onDisc(FIRST);
    CatalogueSnapshot snapshot =
        CatalogueSnapshot.EMPTY.with(List.of(disc, COPY), Map.of(), Set.of());

    assertThat(shown(snapshot, disc, COPY)).containsExactly(COPY);
    assertThat(shown(snapshot, disc)).containsExactly(disc);
  }

  @Test
  void given_nothing_new_when_it_goes_on_then_it_is_the_same_snapshot() {
    CatalogueSnapshot snapshot = CatalogueSnapshot.EMPTY.with(List.of(FIRST), Map.of(), Set.of());

    assertThat(snapshot.with(List.of(FIRST), Map.of(), Set.of(COPY.item()))).isSameAs(snapshot);
  }

  @Test
  void given_changes_when_it_goes_on_then_the_old_one_stays_as_it_was() {
    CatalogueSnapshot old = CatalogueSnapshot.EMPTY.with(List.of(FIRST), Map.of(), Set.of());

    CatalogueSnapshot next =
        old.with(List.of(COPY), Map.of(COPY.item(), List.of("A")), Set.of(FIRST.item()));

    assertThat(old.titles()).containsExactly(FIRST);
    assertThat(next.titles()).containsExactly(COPY);
    assertThat(next.itemsWithPeople()).containsExactly(COPY.item());
    assertThat(next.serial()).isNotEqualTo(old.serial());
  }

  @Test
  void given_two_films_with_one_number_when_read_then_both_are_listed_and_found_B06() {
    CatalogId.Tmdb number = new CatalogId.Tmdb(MediaKind.MOVIE, 604);
    Title alpha = SampleTitles.copy(1, number, "Alpha Film", 2001, 7);
    Title beta = SampleTitles.copy(2, number, "Beta Film", 2011, 7);
    Title copy = SampleTitles.copy(3, number, "ALPHA film!", 2011, 7);
    Title translated = SampleTitles.copy(4, number, "Der Alphafilm", 2001, 7);
    CatalogueSnapshot snapshot =
        CatalogueSnapshot.EMPTY.with(List.of(beta, alpha, copy, translated), Map.of(), Set.of());

    assertThat(snapshot.copiesOf(number))
        .as("the same name or the same year is the same film")
        .containsExactly(alpha, copy, translated);
    CatalogId own = new CatalogId.Jellyfin(beta.item());
    assertThat(snapshot.find(beta.item()).orElseThrow().id()).isEqualTo(own);
    assertThat(snapshot.copiesOf(own)).extracting(Title::name).containsExactly("Beta Film");
    assertThat(shown(snapshot, alpha, beta, copy, translated))
        .extracting(Title::id)
        .containsExactlyInAnyOrder(number, own);
    assertThat(snapshot.search().find("beta film", title -> true, 5))
        .extracting(Title::id)
        .containsExactly(own);
    assertThat(snapshot.with(List.of(beta, alpha), Map.of(), Set.of())).isSameAs(snapshot);
  }

  private static List<Title> shown(CatalogueSnapshot snapshot, Title... visible) {
    IdSet ids = IdSet.of(List.of(visible).stream().map(Title::item).toList());
    return snapshot.titles().stream().filter(title -> snapshot.isShown(title, ids)).toList();
  }
}
