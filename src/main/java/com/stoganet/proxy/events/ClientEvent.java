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
 * CDI event: something that clients want to know of; fired inside a transaction, it reaches them
 * after the commit.
 */
public sealed interface ClientEvent {

  /** The name that clients know the event by. */
  String type();

  /**
   * The callers whom the event concerns; asked on the thread of a listener, so that it may wait. A
   * failure means no.
   */
  Predicate<Caller> audience();

  /** Titles came to the library, changed or left it. */
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

  /** A session is over; for the user's other devices. */
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

  /** A title is somewhere else than before. */
  record TitleStatusChanged(CatalogId.Tmdb id, TitleStatus status, Predicate<Caller> audience)
      implements ClientEvent {
    @Override
    public String type() {
      return "title";
    }
  }

  /** A download is new, or has got further. */
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

  /** A request was made, or decided, or has got further; for its user and administrators. */
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
