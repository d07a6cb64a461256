package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {

  private static final int TITLES = 200;

  static Stream<TitleOrder> orders() {
    return Stream.of(LibrarySort.values())
        .flatMap(sort -> Stream.of(new TitleOrder(sort, false, 5), new TitleOrder(sort, true, 5)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void given_any_order_when_paged_then_every_title_comes_once_in_that_order(TitleOrder order) {
    Selection selection = selection(order, titles(0, TITLES));

    List<Title> paged = new ArrayList<>();
    String cursor = null;
    do {
      Selection.Page page = selection.page(cursor, 7);
      assertThat(page.total()).isEqualTo(TITLES);
      paged.addAll(page.titles());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(paged).isEqualTo(selection.titles());
  }

  @ParameterizedTest
  @MethodSource("orders")
  void given_titles_come_and_go_between_pages_when_paged_then_there_is_neither_hole_nor_repetition(
      TitleOrder order) {
    Random random = new Random(11);
    List<Title> here = new ArrayList<>(titles(0, TITLES));
    List<Title> always = new ArrayList<>(here);
    List<Title> paged = new ArrayList<>();
    String cursor = null;
    int added = TITLES;
    do {
      Selection.Page page = selection(order, here).page(cursor, 7);
      paged.addAll(page.titles());
      cursor = page.nextCursor();
      for (int i = 0; i < 3; i++) {
        Title gone = here.remove(random.nextInt(here.size()));
        always.remove(gone);
      }
      // The title that the cursor names goes, too.
      if (!page.titles().isEmpty()) {
        here.remove(page.titles().get(page.titles().size() - 1));
      }
      here.addAll(titles(added, added + 4));
      added += 4;
    } while (cursor != null);

    assertThat(paged).doesNotHaveDuplicates().containsAll(always);
    assertThat(paged).isEqualTo(order.sorted(paged));
  }

  @Test
  void given_a_cursor_of_another_list_when_used_then_the_field_is_named() {
    TitleOrder byTitle = new TitleOrder(LibrarySort.TITLE, false, 0);
    TitleOrder byRating = new TitleOrder(LibrarySort.RATING, true, 0);
    String cursor = selection(byTitle, titles(0, 20)).page(null, 5).nextCursor();

    assertThatThrownBy(() -> selection(byRating, titles(0, 20)).page(cursor, 5))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("field", "cursor"));
  }

  @Test
  void given_what_is_unknown_when_sorted_then_it_comes_last_either_way() {
    Title known = SampleTitles.movie(1, "Known", 1999, 7.5f);
    Title unknown = SampleTitles.movie(2, "Unknown", 0, 0);

    for (LibrarySort sort : List.of(LibrarySort.RATING, LibrarySort.RELEASED)) {
      for (boolean descending : new boolean[] {false, true}) {
        assertThat(new TitleOrder(sort, descending, 0).sorted(List.of(unknown, known)))
            .containsExactly(known, unknown);
      }
    }
  }

  @Test
  void given_one_seed_when_shuffled_then_the_order_is_the_same_and_another_for_another_seed() {
    List<Title> titles = titles(0, TITLES);
    List<Title> shuffled = new TitleOrder(LibrarySort.RANDOM, false, 1).sorted(titles);

    assertThat(new TitleOrder(LibrarySort.RANDOM, false, 1).sorted(titles)).isEqualTo(shuffled);
    assertThat(new TitleOrder(LibrarySort.RANDOM, false, 2).sorted(titles)).isNotEqualTo(shuffled);
    assertThat(shuffled).isNotEqualTo(titles).containsExactlyInAnyOrderElementsOf(titles);
  }

  @Test
  void given_a_shuffle_without_a_seed_when_paged_then_the_cursor_goes_on_with_it() {
    TitleOrder first = TitleOrder.of(LibrarySort.RANDOM, false, null, null);
    String cursor = selection(first, titles(0, 20)).page(null, 5).nextCursor();

    assertThat(TitleOrder.of(LibrarySort.RANDOM, false, null, cursor)).isEqualTo(first);
  }

  private static List<Title> titles(int from, int to) {
    // Many names, years and ratings are equal, so that the id has to decide.
    return IntStream.range(from, to)
        .mapToObj(
            n -> SampleTitles.movie(n + 1, "Title " + n % 17, 1990 + n % 5, n % 9 == 0 ? 0 : n % 4))
        .toList();
  }

  private static Selection selection(TitleOrder order, List<Title> titles) {
    return new Selection("1", LibraryQuery.of(null, order), order.sorted(titles));
  }
}
