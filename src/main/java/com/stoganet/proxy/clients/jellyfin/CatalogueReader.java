package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the TMDB numbers of all titles from Jellyfin, page by page, with the API key. */
@ApplicationScoped
public class CatalogueReader {

  private static final Log LOG = Log.of(CatalogueReader.class);
  private static final int PAGE = 500;

  private final JellyfinConnection jellyfin;
  private final Settings settings;

  /** For the proxies of CDI only. */
  protected CatalogueReader() {
    this(null, null);
  }

  @Inject
  public CatalogueReader(JellyfinConnection jellyfin, Settings settings) {
    this.jellyfin = jellyfin;
    this.settings = settings;
  }

  /**
   * Every copy of every title with a TMDB number, oldest first.
   *
   * @throws ApiException backend_unavailable when Jellyfin does not answer or refuses the key
   */
  Map<CatalogId.Tmdb, List<JellyfinId>> readAll() {
    Map<CatalogId.Tmdb, List<JellyfinId>> copies = new HashMap<>();
    int read = 0;
    int total;
    do {
      ItemPage page = readPage(read);
      page.items.forEach(item -> add(item, copies));
      read += page.items.size();
      total = page.items.isEmpty() ? read : page.totalRecordCount;
    } while (read < total);
    return copies;
  }

  private ItemPage readPage(int start) {
    String apiKey = AuthorizationHeader.ofToken(settings.jellyfinApiKey());
    ItemQuery query = new ItemQuery();
    query.hasTmdbId = true;
    query.fields = "ProviderIds";
    query.sortBy = "DateCreated,SortName";
    query.startIndex = start;
    query.limit = PAGE;
    try {
      return jellyfin.callRaw(api -> api.items(apiKey, query));
    } catch (JellyfinFailure failure) {
      // The key is ours, not the client's: whatever is wrong with it is an outage to them.
      boolean refused = failure.status() == 401 || failure.status() == 403;
      LOG.warn(refused ? "Jellyfin does not accept JELLYFIN_API_KEY" : failure.getMessage());
      throw ApiException.unavailable("The catalogue cannot be read at present.", failure);
    }
  }

  private static void add(BaseItem item, Map<CatalogId.Tmdb, List<JellyfinId>> copies) {
    Optional<JellyfinId> id = JellyfinId.parse(JellyfinItems.text(item.id));
    if (id.isPresent() && JellyfinItems.catalogId(item) instanceof CatalogId.Tmdb tmdb) {
      copies.computeIfAbsent(tmdb, unused -> new ArrayList<>(1)).add(id.get());
    }
  }
}
