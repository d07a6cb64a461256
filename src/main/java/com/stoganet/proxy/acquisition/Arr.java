package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Port: a Radarr or Sonarr, which searches for titles of one kind, downloads them with a download
 * client and imports them into the library.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the server does not answer,
 * or cannot work.
 */
public interface Arr {

  /** The server's name in settings, readiness and the API: radarr, radarr_2, sonarr. */
  String name();

  /** Whether the server manages movies or series. */
  MediaKind kind();

  /** Titles that match the words, best first; waits for two seconds at most. */
  List<LookupResult> search(String words);

  /** The lookup result for a TMDB number, whether or not the server already has the title. */
  Optional<LookupResult> lookup(CatalogId.Tmdb id);

  /** All titles that were added to the server; titles without a TMDB number are left out. */
  List<ArrTitle> titles();

  /** The current state of one title; empty when the server does not have it. */
  Optional<ArrTitle> title(CatalogId.Tmdb id);

  /** The episodes of a series, including its specials; none for a movie. */
  List<ArrEpisode> episodes(ArrTitle series);

  /** All items of the server's queue, on all pages. */
  List<QueueItem> queue();

  /** The releases from the first to the last day. */
  List<CalendarEntry> calendar(LocalDate first, LocalDate last);

  /**
   * Adds a title to the server, or monitors it there, so that the server searches for it. A title
   * that is already monitored stays as it is, so a repeated call succeeds.
   *
   * @throws RequestRejectedException when another attempt would not help
   */
  void monitor(RequestedScope scope);

  /**
   * Removes an item from the queue, and its download from the download client; succeeds when the
   * item is already gone.
   *
   * @param blocklist whether the server must never download this release again
   * @param searchAgain whether the server searches for another release
   */
  void remove(QueueItem row, boolean blocklist, boolean searchAgain);

  /**
   * Downloads a release that the server holds back; succeeds when the item is already gone.
   *
   * @throws RequestRejectedException when the item is no such release, or the server cannot get the
   *     release
   */
  void grab(QueueItem row);

  /** Makes the server check its download clients now instead of within a minute. */
  void refreshMonitoredDownloads();
}
