package com.stoganet.proxy.acquisition;

import java.util.List;

/**
 * Port: the servers that are configured; movies first, and the first of each kind is the usual one.
 */
public interface Arrs {

  List<Arr> all();
}
