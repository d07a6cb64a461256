package com.stoganet.proxy.acquisition;

/**
 * A working server still reads the data of a title that it has just added; another attempt helps
 * within minutes, or never.
 */
public final class TitleNotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a text for people; names no host, path or secret
   */
  public TitleNotReadyException(String message) {
    super(message);
  }
}
