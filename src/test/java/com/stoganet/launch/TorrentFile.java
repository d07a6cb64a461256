package com.stoganet.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A .torrent of version 1 with one file and no tracker.
 *
 * @param hash in lower case
 * @param bytes what is in the .torrent
 */
public record TorrentFile(String hash, byte[] bytes) {

  /** Small, so that progress is even. */
  private static final int PIECE = 32 * 1024;

  /** Describes a file as it is now. */
  public static TorrentFile of(Path content) throws IOException {
    byte[] info = info(content.getFileName().toString(), Files.readAllBytes(content));
    ByteArrayOutputStream torrent = new ByteArrayOutputStream();
    torrent.writeBytes(ascii("d"));
    torrent.writeBytes(text("info"));
    torrent.writeBytes(info);
    torrent.writeBytes(ascii("e"));
    return new TorrentFile(
        HexFormat.of().formatHex(sha1(info, 0, info.length)), torrent.toByteArray());
  }

  /** The names of a dictionary must be in order. */
  private static byte[] info(String name, byte[] content) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(ascii("d"));
    info.writeBytes(text("length"));
    info.writeBytes(number(content.length));
    info.writeBytes(text("name"));
    info.writeBytes(text(name));
    info.writeBytes(text("piece length"));
    info.writeBytes(number(PIECE));
    info.writeBytes(text("pieces"));
    byte[] pieces = pieces(content);
    info.writeBytes(ascii(pieces.length + ":"));
    info.writeBytes(pieces);
    info.writeBytes(ascii("e"));
    return info.toByteArray();
  }

  private static byte[] pieces(byte[] content) {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    for (int start = 0; start < content.length; start += PIECE) {
      pieces.writeBytes(sha1(content, start, Math.min(PIECE, content.length - start)));
    }
    return pieces.toByteArray();
  }

  private static byte[] text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(ascii(bytes.length + ":"));
    text.writeBytes(bytes);
    return text.toByteArray();
  }

  private static byte[] number(int value) {
    return ascii("i" + value + "e");
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sha1(byte[] data, int start, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(data, start, length);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
