package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.media.CatalogId;

/** News: a title has got somewhere else on its way. */
public record TitleMoved(CatalogId.Tmdb id, TitleState state) {}
