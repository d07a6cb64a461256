package com.stoganet.proxy.discovery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds titles that the library does not have, within the caller's parental rating limit. */
@Service
public class Discovery {

  private static final Log LOG = Log.of(Discovery.class);
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final long ROOM = 5_000;

  private final Arrs arrs;
  private final Catalogue catalogue;
  private final RatingCap ratings;
  private final Background background;
  private final Cache<CatalogId.Tmdb, LookupResult> results =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(KEPT).build();

  /**
   * The result of a search.
   *
   * @param here titles of the library, best first
   * @param elsewhere titles that the library does not have, the best of each kind first
   * @param partial whether a server did not answer in time, so that titles may be missing
   */
  public record Found(List<Title> here, List<LookupResult> elsewhere, boolean partial) {}

  @Inject
  public Discovery(Arrs arrs, Catalogue catalogue, RatingCap ratings, Background background) {
    this.arrs = arrs;
    this.catalogue = catalogue;
    this.ratings = ratings;
    this.background = background;
  }

  /** Searches for titles by words; with {@code kind} null for movies and series. */
  public Found search(Caller caller, String words, MediaKind kind, int limit) {
    List<CompletableFuture<List<LookupResult>>> questions =
        usual(kind).stream().map(arr -> asked(arr, words)).toList();
    List<Title> here = new ArrayList<>(catalogue.search(caller, words, kind, limit));
    boolean partial = false;
    List<List<LookupResult>> answers = new ArrayList<>();
    long until = System.nanoTime() + ArrSnapshots.PATIENCE.toNanos();
    for (CompletableFuture<List<LookupResult>> question : questions) {
      Optional<List<LookupResult>> answer = inTime(question, until);
      partial |= answer.isEmpty();
      answer.ifPresent(answers::add);
    }
    Function<LookupResult, Optional<Boolean>> judge = ratings.judge(caller);
    List<LookupResult> elsewhere = new ArrayList<>();
    for (LookupResult result : inTurn(answers)) {
      if (catalogue.has(result.id())) {
        // The server found it by a name that the library does not have; a title hidden from the
        // caller stays hidden.
        catalogue
            .shown(caller, result.id())
            .filter(title -> !here.contains(title))
            .ifPresent(here::add);
        continue;
      }
      Optional<Boolean> allowed = judge.apply(result);
      partial |= allowed.isEmpty();
      if (allowed.orElse(false)) {
        elsewhere.add(result);
      }
    }
    List<Title> first = here.stream().limit(limit).toList();
    return new Found(first, elsewhere.stream().limit(limit - first.size()).toList(), partial);
  }

  /**
   * A title that the library does not have.
   *
   * @throws ApiException item_not_found when there is no such title that the caller may see, or the
   *     library has it; backend_unavailable when the server that looks it up does not answer
   */
  public LookupResult find(Caller caller, CatalogId.Tmdb id) {
    if (catalogue.has(id)) {
      throw ApiException.itemNotFound();
    }
    LookupResult result = described(id).orElseThrow(ApiException::itemNotFound);
    ratings.require(caller, result);
    return result;
  }

  /**
   * The lookup result for a title, without a check whether the caller may see it; empty when no
   * server finds it.
   */
  public Optional<LookupResult> described(CatalogId.Tmdb id) {
    LookupResult known = results.getIfPresent(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LookupResult> told =
        usual(id.kind()).stream().findFirst().flatMap(arr -> arr.lookup(id));
    told.ifPresent(result -> results.put(id, result));
    return told;
  }

  private CompletableFuture<List<LookupResult>> asked(Arr arr, String words) {
    Supplier<List<LookupResult>> question =
        () -> {
          List<LookupResult> told = arr.search(words);
          told.forEach(result -> results.put(result.id(), result));
          return told;
        };
    return background.ask(question);
  }

  private static Optional<List<LookupResult>> inTime(
      CompletableFuture<List<LookupResult>> question, long until) {
    try {
      return Optional.of(question.get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("A server did not answer a search in time");
      return Optional.empty();
    }
  }

  /** Merges the lists: first the best of each, then the second of each, every title once. */
  private static List<LookupResult> inTurn(List<List<LookupResult>> lists) {
    Map<CatalogId.Tmdb, LookupResult> merged = new LinkedHashMap<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<LookupResult> list : lists) {
        if (i < list.size()) {
          merged.putIfAbsent(list.get(i).id(), list.get(i));
        }
      }
    }
    return List.copyOf(merged.values());
  }

  /** The first server of each kind, because all servers of a kind find the same titles. */
  private List<Arr> usual(MediaKind wanted) {
    Map<MediaKind, Arr> usual = new LinkedHashMap<>();
    arrs.all().stream()
        .filter(arr -> wanted == null || wanted == arr.kind())
        .forEach(arr -> usual.putIfAbsent(arr.kind(), arr));
    return List.copyOf(usual.values());
  }
}
