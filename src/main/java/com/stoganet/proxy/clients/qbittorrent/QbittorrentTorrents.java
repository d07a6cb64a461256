package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The torrents of a qBittorrent.
 *
 * <p>The proxy asks for all of them each time, about a kilobyte each, and keeps no state.
 * qBittorrent also reports changes, but per session, so each login would start anew.
 */
@Service
public class QbittorrentTorrents implements Torrents {

  private final QbittorrentConnection qbittorrent;

  @Inject
  public QbittorrentTorrents(QbittorrentConnection qbittorrent) {
    this.qbittorrent = qbittorrent;
  }

  @Override
  public boolean configured() {
    return qbittorrent.configured();
  }

  @Override
  public Map<String, Torrent> all() {
    return ask((api, session) -> api.torrents(session.cookie())).stream()
        .filter(torrent -> torrent.hash != null)
        .map(ReportedTorrent::torrent)
        .collect(Collectors.toMap(Torrent::hash, Function.identity(), (one, other) -> other));
  }

  @Override
  public boolean has(String hash) {
    return askForPerson((api, session) -> api.torrents(session.cookie())).stream()
        .anyMatch(torrent -> hash.equalsIgnoreCase(torrent.hash));
  }

  @Override
  public void pause(String hash) {
    change(hash, QbittorrentSession::pauseVerbs);
  }

  @Override
  public void resume(String hash) {
    change(hash, QbittorrentSession::resumeVerbs);
  }

  private void change(String hash, Function<QbittorrentSession, List<String>> verbs) {
    String unused =
        askForPerson(
            (api, session) -> {
              List<String> words = verbs.apply(session);
              try {
                api.change(session.cookie(), words.get(0), hash);
              } catch (BackendResponseException failure) {
                if (!failure.notFound()) {
                  throw failure;
                }
                api.change(session.cookie(), words.get(1), hash);
              }
              return hash;
            });
  }

  private <T> T askForPerson(BiFunction<QbittorrentApi, QbittorrentSession, T> question) {
    try {
      return qbittorrent.askForPerson(question);
    } catch (BackendUnavailableException outage) {
      throw outage.toApi();
    }
  }

  private <T> T ask(BiFunction<QbittorrentApi, QbittorrentSession, T> question) {
    try {
      return qbittorrent.ask(question);
    } catch (BackendUnavailableException outage) {
      throw outage.toApi();
    }
  }
}
