package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of titles of which there are several copies. */
class CatalogueTest {

  private static final Caller DEMO = new Caller("session", "demo", "demo", false, "token");
  private static final Title FILM = SampleTitles.movie(1, "Harbour");
  private static final Title COPY = SampleTitles.copy(2, FILM.id(), "Harbour", 2000, 7);
  private static final Title SERIES = SampleTitles.series(3, "Nine Berths");
  private static final Title OTHER_FOLDER = seriesFolder(4);

  private final List<Title> played = new ArrayList<>();
  private final List<Title> visible = new ArrayList<>(List.of(FILM, COPY, SERIES, OTHER_FOLDER));
  private final CatalogueSnapshot snapshot =
      CatalogueSnapshot.EMPTY.with(List.of(FILM, COPY, SERIES, OTHER_FOLDER), Map.of(), Set.of());

  @Test
  void given_one_copy_watched_when_listed_then_the_film_is_watched_and_nothing_else_R41() {
    played.add(COPY);

    assertThat(watched(true)).containsExactly(FILM.id());
    assertThat(watched(false)).containsExactly(SERIES.id());
  }

  @Test
  void given_a_hidden_copy_watched_when_listed_then_it_does_not_count_R41() {
    played.add(COPY);
    visible.remove(COPY);

    assertThat(watched(true)).isEmpty();
    assertThat(watched(false)).containsExactlyInAnyOrder(FILM.id(), SERIES.id());
  }

  @Test
  void given_one_of_two_folders_watched_when_listed_then_the_series_is_not_R41() {
    played.add(SERIES);
    assertThat(watched(true)).isEmpty();

    played.add(OTHER_FOLDER);
    assertThat(watched(true)).containsExactly(SERIES.id());
  }

  private List<CatalogId> watched(boolean watched) {
    LibraryQuery all = LibraryQuery.ALL;
    LibraryQuery query =
        new LibraryQuery(null, all.order(), null, all.years(), !watched, null, null);
    return new Catalogue(new Index(), new UserVisibilityCache(new Marks(), new Here()))
        .select(DEMO, query).titles().stream().map(Title::id).toList();
  }

  private static Title seriesFolder(long number) {
    return SampleTitles.series(number, "Nine Berths").with(SERIES.id());
  }

  private IdSet ids(List<Title> titles) {
    return IdSet.of(titles.stream().map(Title::item).toList());
  }

  private final class Marks implements UserTitles {
    @Override
    public IdSet visible(Caller caller) {
      return ids(visible);
    }

    @Override
    public IdSet played(Caller caller) {
      return ids(played);
    }

    @Override
    public IdSet favorites(Caller caller) {
      return IdSet.EMPTY;
    }
  }

  private final class Index implements CatalogIndex {
    @Override
    public CatalogueSnapshot snapshot() {
      return snapshot;
    }

    @Override
    public List<JellyfinId> copiesOf(CatalogId.Tmdb id) {
      return snapshot.copiesOf(id).stream().map(Title::item).toList();
    }

    @Override
    public List<JellyfinId> newestCopiesOf(CatalogId.Tmdb id) {
      return copiesOf(id);
    }

    @Override
    public void refreshSoon() {}
  }

  /** Does the work at once. */
  private static final class Here extends Background {
    @Override
    public void execute(Runnable work) {
      work.run();
    }
  }
}
