package com.stoganet.launch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Two real qBittorrents: one has what the other downloads, at a speed that is chosen. */
public final class QbittorrentPair implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final QbittorrentServer source = QbittorrentServer.start();
  private final QbittorrentServer client;
  private final QbittorrentControls sending;

  /** Starts both, or none. */
  public QbittorrentPair() {
    try {
      client = QbittorrentServer.start();
      sending = source.controls();
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** The one that downloads. */
  public QbittorrentServer client() {
    return client;
  }

  /**
   * Has something downloaded.
   *
   * @param name of the file; the same name is the same content
   * @return the hash
   */
  public String download(String name, int bytes, int bytesPerSecond, String category)
      throws IOException {
    TorrentFile torrent = TorrentFile.of(content(name, bytes));
    sending.seed(torrent, source.downloads(), bytesPerSecond);
    await().atMost(PATIENCE).until(() -> sending.state(torrent.hash()).endsWith("UP"));
    QbittorrentControls controls = client.controls();
    controls.download(torrent, category);
    await().atMost(PATIENCE).until(() -> controls.state(torrent.hash()).equals("stalledDL"));
    controls.peer(torrent.hash(), source.torrentPort());
    return torrent.hash();
  }

  /** Lets it come faster or slower from now on. */
  public void speed(String hash, int bytesPerSecond) {
    sending.uploadLimit(hash, bytesPerSecond);
  }

  @Override
  public void close() {
    client.close();
    source.close();
  }

  private Path content(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new Random(name.hashCode()).nextBytes(content);
    return Files.write(source.downloads().resolve(name), content);
  }
}
