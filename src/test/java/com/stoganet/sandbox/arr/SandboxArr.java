package com.stoganet.sandbox.arr;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server on the loopback interface that behaves like Radarr or Sonarr, as strictly as the real
 * ones, with nothing in its library at first; a story is told with the methods of the subclasses.
 */
public abstract class SandboxArr extends ArrServer {

  /** How to start; the URL base is empty, or such as {@code /radarr}. */
  public record Options(int port, String apiKey, String urlBase) {

    /** Any free port, a fixed API key, no URL base. */
    public static Options defaults() {
      return new Options(0, "0c1d2e3f40516273849506a7b8c9dae0", "");
    }

    public Options port(int value) {
      return new Options(value, apiKey, urlBase);
    }

    public Options apiKey(String value) {
      return new Options(port, value, urlBase);
    }

    public Options urlBase(String value) {
      return new Options(port, apiKey, value);
    }
  }

  SandboxArr(ArrState state, ArrRoutes routes) {
    super(state, routes);
  }

  /** The service that lookups and additions ask cannot be reached; what is kept stays readable. */
  public void metadataAway(boolean away) {
    script(() -> state.metadataAway = away);
  }

  /** Somebody else adds the title of the next POST a moment before: it is answered with 409. */
  public void loseNextAddRace() {
    script(() -> state.losesNextAdd = true);
  }

  /** Every title that is added breaks this rule, too; the code may be null. */
  public void refuseAdds(String property, String message, String code) {
    script(() -> state.refusals.add(new ArrState.Refused(property, message, code)));
  }

  /** The administrator has corrected what {@link #refuseAdds} began. */
  public void takeAdds() {
    script(state.refusals::clear);
  }

  /** Another place for titles, besides the first one. */
  public void addRootFolder(String path) {
    script(() -> state.rootFolders.add(path));
  }

  /** What it has looked for, in words such as {@code movie 920001}. */
  public List<String> searches() {
    synchronized (state) {
      return List.copyOf(state.searches);
    }
  }

  /** Releases that are never to be taken again. */
  public Set<String> blocklist() {
    synchronized (state) {
      return Set.copyOf(state.blocklist);
    }
  }

  /** Whether a download is in the queue; an administrator may have taken it out. */
  public boolean queues(String downloadId) {
    synchronized (state) {
      return state.downloads.rows().stream().anyMatch(row -> downloadId.equals(row.download().id));
    }
  }

  /** The client has news; a time of null means that it cannot tell. */
  public void progress(String downloadId, double bytesLeft, Duration timeLeft) {
    change(downloadId, download -> download.progress(bytesLeft, timeLeft));
  }

  /** Waits in the client for its turn. */
  public void queued(String downloadId) {
    change(downloadId, download -> download.tracked("queued", "ok", "downloading"));
  }

  /** Both: the time left is then 0, not unknown. */
  public void pause(String downloadId) {
    change(
        downloadId,
        download -> {
          download.tracked("paused", "ok", "downloading");
          download.timeLeft = Duration.ZERO;
        });
  }

  /** Both: a warning of the client is an error message; the tracked status stays ok. */
  public void stall(String downloadId, String warning) {
    change(
        downloadId,
        download -> {
          download.tracked("warning", "ok", "downloading");
          download.error = warning;
          download.timeLeft = null;
        });
  }

  /** The client has given up, and the server has not tidied up yet. */
  public void fail(String downloadId, String message) {
    change(
        downloadId,
        download -> {
          download.tracked("failed", "warning", "failedPending");
          download.error = message;
          download.timeLeft = null;
          state.history.add(state.now(), "downloadFailed", download);
        });
  }

  /** Downloaded, but not put into the library without somebody's help. */
  public void importBlocked(String downloadId, String... messages) {
    completed(downloadId, "warning", "importBlocked", messages);
  }

  /** The same as older versions call it. */
  public void importPending(String downloadId, String... messages) {
    completed(downloadId, messages.length == 0 ? "ok" : "warning", "importPending", messages);
  }

  /** Downloaded, and being put into the library. */
  public void importing(String downloadId) {
    completed(downloadId, "ok", "importing");
  }

  /** In the library now, and gone from the queue. */
  public void imported(String downloadId) {
    change(
        downloadId,
        download -> {
          download.targets.forEach(target -> arrived(download, target));
          state.history.add(state.now(), "downloadFolderImported", download);
          state.downloads.remove(download);
        });
  }

  /** Something in the client that belongs to no title the server knows. */
  public void unknown(String downloadId, String release, double size) {
    script(() -> add(downloadId, release, size, List.of(Download.Target.UNKNOWN)));
  }

  /** The download is gone, whoever did it. */
  public void vanish(String downloadId) {
    change(downloadId, state.downloads::remove);
  }

  /** Puts what was downloaded into the library. */
  abstract void arrived(Download download, Download.Target target);

  /** Runs while no request is being answered. */
  void script(Runnable step) {
    synchronized (state) {
      step.run();
    }
  }

  void add(String downloadId, String release, double size, List<Download.Target> targets) {
    Download download = Download.grabbed(downloadId, release, size, targets, state.now());
    state.downloads.add(download);
    state.history.add(state.now(), "grabbed", download);
  }

  void hold(String release, double size, String status, List<Download.Target> targets) {
    Duration wait = Duration.ofMinutes(30);
    state.downloads.add(Download.pending(release, size, status, wait, targets, state.now()));
  }

  private void completed(String downloadId, String status, String phase, String... messages) {
    change(downloadId, download -> download.completed(status, phase, List.of(messages)));
  }

  private void change(String downloadId, Consumer<Download> step) {
    script(() -> step.accept(state.downloads.get(downloadId)));
  }
}
