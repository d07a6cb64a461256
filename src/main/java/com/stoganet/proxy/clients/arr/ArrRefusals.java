package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.clients.arr.ArrValidationErrors.Violation;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.shared.ApiException;
import java.util.Set;

/**
 * Translates the refusal of a change into a reason for the requester. A server that answers and
 * refuses would refuse the same change again, so the request ends; only an outage lets it wait.
 */
final class ArrRefusals {

  /** Answers of a reverse proxy or of a server that is too busy. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int LONGEST = 200;

  private final ArrServer server;

  ArrRefusals(ArrServer server) {
    this.server = server;
  }

  /** The failure for a change that the server refused. */
  RuntimeException of(BackendResponseException refusal) {
    ArrValidationErrors errors = ArrValidationErrors.of(refusal);
    if (PASSING.contains(refusal.status()) || !(errors.readable() || refusal.body().isBlank())) {
      return server.backend().unexpected(refusal).logged().toApi();
    }
    return of(errors);
  }

  /**
   * The failure for a change during which the server failed: another attempt helps when its
   * database was locked, and when the answer is not the server's own.
   */
  RuntimeException of(ApiException failure) {
    if (!OutageReason.REQUEST_FAILED.caused(failure)
        || !(failure.getCause().getCause() instanceof BackendResponseException answer)) {
      return failure;
    }
    ArrValidationErrors errors = ArrValidationErrors.of(answer);
    if (!errors.readable() || errors.message().contains("database is locked")) {
      return failure;
    }
    return rejected(
        "server_failed",
        "fails at this title. An administrator finds the cause in the log of " + label() + ".");
  }

  private RequestRejectedException of(ArrValidationErrors errors) {
    if (errors.concerns("TmdbId", "TvdbId")) {
      return unknown();
    }
    if (errors.concernsPlace()) {
      return misconfigured();
    }
    if (errors.concerns("TitleSlug")) {
      return rejected(
          "slug_taken",
          "already has another title of this name. An administrator has to add this one there.");
    }
    if (errors.concerns("Path")) {
      return rejected(
          "path_taken",
          "cannot use the folder of this title, for example because another title of the same name"
              + " has it. An administrator has to add this one there.");
    }
    if (errors.concerns("Tags")) {
      return rejected("tags_refused", "does not accept the tags of this title." + ASK_AGAIN);
    }
    if (errors.concerns("SeriesType")) {
      return rejected("type_refused", "does not accept the type of this series." + ASK_AGAIN);
    }
    return rejected("refused", "refuses this title" + told(errors) + "." + ASK_AGAIN);
  }

  private static final String ASK_AGAIN =
      " An administrator has to correct that; then it can be requested again.";

  /** The server does not know the title. */
  RequestRejectedException unknown() {
    return rejected("unknown_title", "does not know this title.");
  }

  /** The server lacks its quality profile or root folder, or does not accept it. */
  RequestRejectedException misconfigured() {
    return rejected(
        "server_misconfigured",
        "has no such quality profile or root folder as the settings say." + ASK_AGAIN);
  }

  /**
   * The failure when the server says that it has the title, but does not show it: after a conflict
   * in its database it may be about to have it.
   */
  RuntimeException hidden(ArrValidationErrors errors) {
    return errors.conflict()
        ? notReady()
        : rejected("refused", "says that it has this title, but does not show it." + ASK_AGAIN);
  }

  /** The server still reads the data of the title. */
  TitleNotReadyException notReady() {
    return new TitleNotReadyException(
        label() + " has no data of this title yet. It can be requested again later.");
  }

  /** The server's own words about the first violation, without private parts. */
  private static String told(ArrValidationErrors errors) {
    String words =
        errors.violations().stream()
            .map(Violation::message)
            .map(SanitizedMessage::of)
            .filter(message -> !message.isEmpty())
            .findFirst()
            .orElseGet(() -> SanitizedMessage.of(errors.message().lines().findFirst().orElse("")));
    String bare = words.replaceAll("[.\\s]+$", "");
    return bare.isEmpty() ? "" : ": " + bare.substring(0, Math.min(LONGEST, bare.length()));
  }

  private RequestRejectedException rejected(String reason, String words) {
    return new RequestRejectedException(reason, label() + " " + words);
  }

  private String label() {
    return server.backend().label();
  }
}
