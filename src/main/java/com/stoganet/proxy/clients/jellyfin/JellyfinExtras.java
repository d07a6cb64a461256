package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.TitleDetail.Extra;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** The short videos that belong to a title: trailers in the library, scenes behind the scenes. */
@Service
public class JellyfinExtras {

  private static final Log LOG = Log.of(JellyfinExtras.class);

  private final JellyfinConnection jellyfin;
  private final Background background;

  @Inject
  public JellyfinExtras(JellyfinConnection jellyfin, Background background) {
    this.jellyfin = jellyfin;
    this.background = background;
  }

  /** All of them, trailers first; those that Jellyfin does not tell in two seconds are left out. */
  List<Extra> of(Caller caller, BaseItem item) {
    CompletableFuture<List<BaseItem>> trailers =
        ask(
            item.localTrailerCount,
            api ->
                api.localTrailers(
                    AuthorizationHeader.of(caller), item.id, caller.jellyfinUserId()));
    CompletableFuture<List<BaseItem>> others =
        ask(
            item.specialFeatureCount,
            api ->
                api.specialFeatures(
                    AuthorizationHeader.of(caller), item.id, caller.jellyfinUserId()));
    return Stream.of(trailers, others)
        .flatMap(answer -> JellyfinItems.stream(Background.await(answer)))
        .filter(JellyfinItems::isVideo)
        .map(ItemDetails::extra)
        .flatMap(Optional::stream)
        .toList();
  }

  private CompletableFuture<List<BaseItem>> ask(
      Integer count, Function<JellyfinApi, List<BaseItem>> call) {
    return count == null || count == 0
        ? CompletableFuture.completedFuture(List.of())
        : background.ask(() -> read(call));
  }

  private List<BaseItem> read(Function<JellyfinApi, List<BaseItem>> call) {
    try {
      return jellyfin.readBriefly(call);
    } catch (BackendResponseException | ApiException e) {
      LOG.warn("Jellyfin does not tell the extras of a title: " + e.getMessage());
      return List.of();
    }
  }
}
