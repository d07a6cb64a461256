package com.stoganet.proxy.media;

import java.util.List;

/**
 * One page of the library.
 *
 * @param total titles on all pages
 */
public record TitlePage(List<Title> titles, int total) {}
