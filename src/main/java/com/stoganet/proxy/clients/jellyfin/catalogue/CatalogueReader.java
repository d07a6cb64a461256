package com.stoganet.proxy.clients.jellyfin.catalogue;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.jellyfin.AuthorizationHeader;
import com.stoganet.proxy.clients.jellyfin.BaseItem;
import com.stoganet.proxy.clients.jellyfin.ItemListing;
import com.stoganet.proxy.clients.jellyfin.ItemPage;
import com.stoganet.proxy.clients.jellyfin.ItemQuery;
import com.stoganet.proxy.clients.jellyfin.JellyfinConnection;
import com.stoganet.proxy.clients.jellyfin.JellyfinItems;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the titles of the whole server from Jellyfin with the API key, page by page.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when Jellyfin does not answer or
 * refuses the key.
 */
@Service
public class CatalogueReader {

  private static final String KEY_REFUSED = "Jellyfin does not accept JELLYFIN_API_KEY";
  private static final int PAGE = 500;

  /**
   * How many titles one request asks for with their people; before Jellyfin 12 each title costs a
   * query of its database. An id takes 33 characters in the address of a request, which Jellyfin
   * accepts up to 8 KiB.
   */
  private static final int IDS = 100;

  private static final String FIELDS = JellyfinItems.CARD_FIELDS;

  private final JellyfinConnection jellyfin;
  private final Settings settings;

  @Inject
  public CatalogueReader(JellyfinConnection jellyfin, Settings settings) {
    this.jellyfin = jellyfin;
    this.settings = settings;
  }

  /** Reads all titles and passes each page to {@code reader} as it arrives. */
  void all(Consumer<ItemPage> reader) {
    ItemListing.eachPage(start -> ask(detailed(ItemListing.page(start, PAGE))), reader);
  }

  /** The titles, with their people, that changed since this time by Jellyfin's clock. */
  List<BaseItem> changedSince(Instant time) {
    List<BaseItem> changed = new ArrayList<>();
    String since = time.truncatedTo(ChronoUnit.SECONDS).toString();
    boolean current = ServerVersion.parse(jellyfin.version().orElse("")).findsByDateOfChange();
    ItemListing.eachPage(
        start -> {
          ItemQuery query = detailed(ItemListing.page(start, IDS));
          query.fields = FIELDS + ",People";
          query.minDateLastSaved = current ? since : null;
          query.minDateLastSavedForUser = current ? null : since;
          return ask(query);
        },
        page -> page.stream().forEach(changed::add));
    return changed;
  }

  /** Reads the ids of all titles and passes each page to {@code reader} as it arrives. */
  void ids(Consumer<ItemPage> reader) {
    ItemListing.eachPage(start -> ask(ItemListing.bare(start)), reader);
  }

  /**
   * How many titles there are. The limit is not 0, which some versions of Jellyfin take as no
   * limit.
   */
  int count() {
    return ask(ItemListing.page(0, 1)).total();
  }

  /** Splits the ids into lists that fit into one request each. */
  static List<List<JellyfinId>> portions(Collection<JellyfinId> ids) {
    List<JellyfinId> all = List.copyOf(ids);
    List<List<JellyfinId>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IDS) {
      portions.add(all.subList(from, Math.min(all.size(), from + IDS)));
    }
    return portions;
  }

  /**
   * These titles with their people. Before Jellyfin 12 each title costs a query of its database, so
   * callers ask for few at once.
   */
  List<BaseItem> byIds(List<JellyfinId> ids) {
    ItemQuery query = detailed(ItemListing.page(0, IDS));
    query.fields = FIELDS + ",People";
    query.ids = ids.stream().map(JellyfinId::hex).collect(Collectors.joining(","));
    return ask(query).stream().toList();
  }

  private static ItemQuery detailed(ItemQuery query) {
    query.fields = FIELDS;
    query.enableImages = true;
    query.enableImageTypes = "Primary,Backdrop";
    query.imageTypeLimit = 1;
    return query;
  }

  private ItemPage ask(ItemQuery query) {
    String apiKey = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    try {
      return jellyfin.readRaw(api -> api.items(apiKey, query));
    } catch (BackendResponseException failure) {
      // The API key belongs to the proxy, so a wrong key is an outage for the client.
      throw ApiException.unavailable(
          failure.unauthorized() ? KEY_REFUSED : failure.getMessage(), failure);
    }
  }
}
