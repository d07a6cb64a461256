package com.stoganet.proxy.requests;

/** Event: a request was made or changed its status. */
public record RequestChanged(Request request) {}
