package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Port: a Radarr or Sonarr, which looks for titles of one kind, has them downloaded and imports
 * them into the library.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the server does not answer,
 * or cannot work.
 */
public interface Arr {

  /** As settings, readiness and clients call it: radarr, radarr_2, sonarr. */
  String name();

  /** What it keeps. */
  MediaKind kind();

  /** Titles that match the words, best first; waits for two seconds at most. */
  List<LookupResult> search(String words);

  /** The title by its number, whether or not it is kept already. */
  Optional<LookupResult> lookup(CatalogId.Tmdb id);

  /** All that it keeps or waits for; titles that TMDB does not know are left out. */
  List<ArrTitle> titles();

  /** The same for one title, as it is now. */
  Optional<ArrTitle> title(CatalogId.Tmdb id);

  /** The episodes of a series, specials too; none for a movie. */
  List<ArrEpisode> episodes(ArrTitle series);

  /** Everything in its queue, however long that is. */
  List<QueueItem> queue();

  /** What comes out from the first day to the last. */
  List<CalendarEntry> calendar(LocalDate first, LocalDate last);

  /**
   * Has a title looked for: it is added, or monitored from now on. What is kept and monitored
   * already stays as it is, so doing it twice is no mistake.
   *
   * @throws RequestRejectedException when asking again would not help
   */
  void monitor(RequestedScope scope);

  /**
   * Takes a row out of the queue, and the download out of its client; one that is gone already is
   * no mistake.
   *
   * @param blocklist whether this release is never to be taken again
   * @param searchAgain whether to look for another release
   */
  void remove(QueueItem row, boolean blocklist, boolean searchAgain);

  /**
   * Has a release downloaded that is being held back; one that is gone already is no mistake.
   *
   * @throws RequestRejectedException when the row is no such release, or the release cannot be had
   */
  void grab(QueueItem row);

  /** Asks it to look at its download clients now rather than within a minute. */
  void refreshMonitoredDownloads();
}
