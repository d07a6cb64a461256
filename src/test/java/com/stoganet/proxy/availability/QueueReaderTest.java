package com.stoganet.proxy.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.RefreshingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueReaderTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final int KEY = 7;
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final ScriptedArr radarr = new ScriptedArr("radarr", MediaKind.MOVIE);
  private final RefreshingValue<ArrLibrary> library =
      new RefreshingValue<>(() -> ArrLibrary.of(radarr.titles()), Runnable::run, () -> 0);
  private final QueueReader reading = new QueueReader(radarr, library);

  private static ArrTitle movie(boolean hasFile) {
    return new ArrTitle(
        FILM, KEY, "Film", 1999, true, hasFile, true, Optional.empty(), true, List.of());
  }

  /** What was known when the whole library was read last, with all corrections since. */
  private Optional<ArrTitle> known() {
    return library.read(FOR_EVER, Duration.ZERO).value().flatMap(all -> all.find(FILM));
  }

  private void isDownloading() {
    radarr.titles.add(movie(false));
    radarr.queue.add(QueueItems.movie(KEY, Phase.DOWNLOADING));
    reading.get();
    assertThat(known()).contains(movie(false));
  }

  @Test
  void given_a_download_that_became_a_file_when_it_has_left_the_queue_then_the_file_is_known() {
    isDownloading();

    radarr.titles.set(0, movie(true));
    reading.get();
    assertThat(known()).as("as long as it is in the queue").contains(movie(false));
    radarr.queue.clear();
    reading.get();

    assertThat(known()).contains(movie(true));
  }

  @Test
  void given_a_title_that_went_with_its_download_when_that_has_left_then_it_is_not_kept() {
    isDownloading();

    radarr.titles.clear();
    radarr.queue.clear();
    reading.get();

    assertThat(known()).isEmpty();
  }

  @Test
  void given_a_title_that_was_added_over_there_when_it_is_in_the_queue_then_it_is_got_to_know() {
    reading.get();
    assertThat(known()).isEmpty();

    radarr.titles.add(movie(false));
    radarr.queue.add(QueueItems.movie(KEY, Phase.DOWNLOADING));
    reading.get();

    assertThat(known()).contains(movie(false));
  }

  @Test
  void given_a_title_that_cannot_be_known_when_it_stays_in_the_queue_then_nobody_asks_for_ever() {
    reading.get();
    radarr.queue.add(QueueItems.movie(KEY, Phase.DOWNLOADING));
    reading.get();
    assertThat(known()).isEmpty();

    radarr.titles.add(movie(false));
    reading.get();

    assertThat(known()).isEmpty();
  }
}
