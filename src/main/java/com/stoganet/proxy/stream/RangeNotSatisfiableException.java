package com.stoganet.proxy.stream;

/** A file has none of the bytes that were asked for. */
public class RangeNotSatisfiableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long total;

  /** {@code total} is the length of the file in bytes. */
  public RangeNotSatisfiableException(long total) {
    super("The file has " + total + " bytes");
    this.total = total;
  }

  long total() {
    return total;
  }
}
