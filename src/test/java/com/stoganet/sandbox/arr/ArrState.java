package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Pauses;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What both programs have; whoever reads or changes it holds its monitor. */
final class ArrState {
  final Program program;
  final String apiKey;
  final String urlBase;
  final Clock clock = Clock.systemUTC();
  final Pauses pauses = new Pauses();
  final Downloads downloads = new Downloads();
  final History history = new History();
  final Commands commands = new Commands();
  final List<String> rootFolders = new ArrayList<>();

  /** Names of the quality profiles; their place, from one, is their number. */
  final List<String> profiles = new ArrayList<>(List.of("Any", "HD-1080p", "Ultra-HD"));

  /** What it has looked for, in words. */
  final List<String> searches = new ArrayList<>();

  /** Releases that are never to be taken again. */
  final Set<String> blocklist = new TreeSet<>();

  /** Rules that every title that is added breaks. */
  final List<Refused> refusals = new ArrayList<>();

  boolean metadataAway;
  boolean losesNextAdd;

  /** A rule that was broken; the code may be null. */
  record Refused(String property, String message, String code) {}

  ArrState(Program program, SandboxArr.Options options, String rootFolder) {
    this.program = program;
    this.apiKey = options.apiKey();
    this.urlBase = options.urlBase();
    rootFolders.add(rootFolder);
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  boolean knowsProfile(int id) {
    return id >= 1 && id <= profiles.size();
  }

  /** Whether or not there is a slash at its end. */
  boolean knowsRootFolder(String path) {
    return rootFolders.contains(path.length() > 1 ? path.replaceFirst("/$", "") : path);
  }

  /** True once after {@link SandboxArr#loseNextAddRace()}. */
  boolean losesThisAdd() {
    boolean loses = losesNextAdd;
    losesNextAdd = false;
    return loses;
  }
}
