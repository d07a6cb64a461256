package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Season;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Titles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A series of two folders, one of which lies in a library that the user may not see. */
class HiddenLibrariesTest {

  private static final int TMDB = 993_001;
  private static final CatalogId SERIES = TitlePages.tv(TMDB);

  private TitlePages pages;
  private String first;
  private String second;

  @AfterEach
  void close() {
    pages.close();
  }

  private void start(JellyfinVersion version) {
    pages = new TitlePages(version);
    Library library = pages.jellyfin.library();
    String open = library.addSeries("Two Shelves", TMDB).id();
    first = library.addEpisode(open, 1, 1, "Seen by All").id();
    String closed = library.addCopy(open, Titles.LATE_NIGHT_LIBRARY).id();
    second = library.addEpisode(closed, 2, 1, "Seen by Some").id();
    pages.jellyfin.users().hideLibrary("demo", Titles.LATE_NIGHT_LIBRARY);
  }

  private TitleDetail page(String user) {
    return pages.page(user, SERIES);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_hidden_folder_when_the_page_is_read_then_its_seasons_are_not_there_R27(
      JellyfinVersion version) {
    start(version);

    assertThat(page("demo").show().orElseThrow().seasons())
        .extracting(Season::number)
        .containsExactly(1);
    assertThat(page("admin").show().orElseThrow().seasons())
        .extracting(Season::number)
        .containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_hidden_folder_when_its_episodes_are_asked_for_then_there_are_none_R27(
      JellyfinVersion version) {
    start(version);

    assertThat(pages.episodes("admin", SERIES, 2))
        .extracting(Episode::name)
        .containsExactly("Seen by Some");
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> pages.episodes("demo", SERIES, 2));
    assertThat(refusal.status()).isEqualTo(404);
    assertThat(
            catchThrowableOfType(
                    ApiException.class, () -> pages.page("demo", TitlePages.jf(second)))
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_hidden_episode_that_is_next_when_the_page_is_read_then_nothing_resumes_R27(
      JellyfinVersion version) {
    start(version);
    pages.playstate().markPlayed(pages.caller("demo"), TitlePages.id(first), true);

    assertThat(page("demo").show().orElseThrow().resume()).isEmpty();
  }
}
