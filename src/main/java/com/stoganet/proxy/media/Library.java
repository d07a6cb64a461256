package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Port: single titles, each as the caller may see it.
 *
 * <p>Every method throws {@link ApiException} when the library does not answer, and gives nothing
 * for an item that is unknown or hidden from the caller: no difference shows.
 */
public interface Library {

  /**
   * Everything about a movie, a series or an episode, made of all its copies that the caller may
   * see; the first of them describes it.
   */
  Optional<TitleDetail> detail(Caller caller, List<JellyfinId> copies);

  /** What watching it takes. */
  Optional<Watchable> watchable(Caller caller, JellyfinId id);

  /**
   * The episodes of a season as they aired; empty when there is no such season.
   *
   * @param series copies that the caller may see: not every version of the backend asks
   * @param season the number of the season in {@link TitleDetail.Show}
   */
  Optional<List<Episode>> episodes(Caller caller, List<JellyfinId> series, int season);

  /**
   * The episode to go on with, whichever copy of the series it is in; empty when nothing of the
   * series was watched, or all of it. It comes before long, without waiting, or fails with an
   * {@link ApiException}.
   *
   * @param series copies that the caller may see
   */
  CompletableFuture<Optional<Episode>> next(Caller caller, List<JellyfinId> series);

  /**
   * The items that are the same season or the same episode in any copy of the series; only the item
   * itself when there is no other.
   *
   * @param series copies that the caller may see
   */
  List<JellyfinId> same(Caller caller, List<JellyfinId> series, JellyfinId item);

  /**
   * The items that are the episodes of a season, in any copy of the series, when the season at the
   * backend holds episodes of other seasons, too; empty when it holds only its own.
   *
   * @param series copies that the caller may see
   */
  Optional<List<JellyfinId>> own(Caller caller, List<JellyfinId> series, JellyfinId season);

  /** Titles like this one, the best first. */
  List<Title> similar(Caller caller, JellyfinId id, int limit);
}
