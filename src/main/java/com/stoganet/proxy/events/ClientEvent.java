package com.stoganet.proxy.events;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.shared.Caller;
import java.util.function.Predicate;

/**
 * CDI event: a change that clients are told of; an event fired inside a transaction reaches them
 * after the commit.
 */
public sealed interface ClientEvent {

  /** The name of the event in the API. */
  String type();

  /**
   * Tests whether the event concerns a caller. The test runs on the thread of a listener, so it may
   * wait; if it fails, the caller does not get the event.
   */
  Predicate<Caller> audience();

  /** The set of titles in the library changed. */
  record LibraryChanged() implements ClientEvent {
    @Override
    public String type() {
      return "library";
    }

    @Override
    public Predicate<Caller> audience() {
      return caller -> true;
    }
  }

  /** A user signed in; for the user's other devices. */
  record SessionOpened(SessionStarted session) implements ClientEvent {
    @Override
    public String type() {
      return "session_started";
    }

    @Override
    public Predicate<Caller> audience() {
      return otherDevices(session.userId(), session.sessionId());
    }
  }

  /** A session has ended; for the user's other devices. */
  record SessionClosed(SessionEnded session) implements ClientEvent {
    @Override
    public String type() {
      return "session_ended";
    }

    @Override
    public Predicate<Caller> audience() {
      return otherDevices(session.userId(), session.sessionId());
    }
  }

  /** The status of a title has changed. */
  record TitleStatusChanged(CatalogId.Tmdb id, TitleStatus status, Predicate<Caller> audience)
      implements ClientEvent {
    @Override
    public String type() {
      return "title";
    }
  }

  /** A download is new, or has progressed. */
  record DownloadChanged(Download download, Predicate<Caller> audience) implements ClientEvent {
    @Override
    public String type() {
      return "download";
    }
  }

  /** A download is in no queue any more. */
  record DownloadEnded(String id, Predicate<Caller> audience) implements ClientEvent {
    @Override
    public String type() {
      return "download_ended";
    }
  }

  /** A request was made or changed its status; for the requester and administrators. */
  record RequestUpdated(Request request) implements ClientEvent {
    @Override
    public String type() {
      return "request";
    }

    @Override
    public Predicate<Caller> audience() {
      String asker = request.asker().userId();
      return caller -> caller.administrator() || caller.userId().equals(asker);
    }
  }

  private static Predicate<Caller> otherDevices(String userId, String sessionId) {
    return caller -> caller.userId().equals(userId) && !caller.sessionId().equals(sessionId);
  }
}
