package com.stoganet.proxy.media;

/** Event: titles have come or gone. */
public record TitlesChanged() {}
