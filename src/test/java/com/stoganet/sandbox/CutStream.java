package com.stoganet.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through and then breaks, as a dying server does. */
final class CutStream extends FilterOutputStream {

  /** Tells the dispatcher to drop the connection instead of ending the body properly. */
  static final class Cut extends IOException {
    private static final long serialVersionUID = 1L;

    Cut() {
      super("the connection is cut on purpose");
    }
  }

  private long left;
  private boolean cut;

  CutStream(OutputStream out, long limit) {
    super(out);
    this.left = limit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int allowed = (int) Math.min(left, length);
    out.write(bytes, offset, allowed);
    left -= allowed;
    if (allowed < length) {
      out.flush();
      cut = true;
      throw new Cut();
    }
  }

  /** A body that was cut must not be ended properly, which closing a chunked stream would do. */
  @Override
  public void close() throws IOException {
    if (!cut) {
      super.close();
    }
  }
}
