package com.stoganet.launch.demo;

import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.SandboxArr;

/** What a release brings: a movie, or episodes of one season. */
interface Order {

  /** Whose order it is. */
  SandboxArr server();

  /** What the settings of the proxy call that server. */
  String serverName();

  /** What it is, for people. */
  String name();

  /** Its server takes a release. */
  void grab(String downloadId, double size);

  /** Jellyfin finds the files. */
  void appear(Library library);
}
