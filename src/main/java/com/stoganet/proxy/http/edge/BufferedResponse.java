package com.stoganet.proxy.http.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

/** Keeps the body of an answer back until somebody has looked at the whole of it. */
final class BufferedResponse extends HttpServletResponseWrapper {

  private static final String LENGTH = "Content-Length";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream stream = new Sink();
  private PrintWriter writer;
  private boolean handedOver;

  BufferedResponse(HttpServletResponse response) {
    super(response);
  }

  /** Everything written so far. */
  byte[] body() {
    if (writer != null) {
      writer.flush();
    }
    return body.toByteArray();
  }

  /** Whether the container answers instead, with an error page or a redirect. */
  boolean handedOver() {
    return handedOver;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, getCharacterEncoding()));
    }
    return writer;
  }

  @Override
  public void sendError(int status) throws IOException {
    handedOver = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    handedOver = true;
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    handedOver = true;
    super.sendRedirect(location);
  }

  @Override
  public void flushBuffer() {
    // Nothing leaves before the end.
  }

  @Override
  public void reset() {
    super.reset();
    discard();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    discard();
  }

  private void discard() {
    writer = null;
    body.reset();
  }

  // The length is known at the end only, in whichever way somebody announces another one.

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void setHeader(String name, String value) {
    if (!LENGTH.equalsIgnoreCase(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!LENGTH.equalsIgnoreCase(name)) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, Integer.toString(value));
  }

  /** Writes into the buffer, which is always ready. */
  private final class Sink extends ServletOutputStream {

    @Override
    public void write(int octet) {
      body.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("This answer is not asynchronous");
    }
  }
}
