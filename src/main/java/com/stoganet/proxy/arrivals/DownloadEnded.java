package com.stoganet.proxy.arrivals;

/** News: a download is in no queue any more. */
public record DownloadEnded(String id) {}
