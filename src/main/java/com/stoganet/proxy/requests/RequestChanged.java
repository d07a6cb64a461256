package com.stoganet.proxy.requests;

/** Event: a request was made, or has got further. */
public record RequestChanged(Request request) {}
