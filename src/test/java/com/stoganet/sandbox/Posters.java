package com.stoganet.sandbox;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Paints a picture for everything, when it is first asked for: a colour and the title. */
final class Posters {
  static {
    System.setProperty("java.awt.headless", "true");
  }

  /** Height in relation to width, and the width when none is asked for. */
  enum Shape {
    POSTER(3, 2, 400),
    LANDSCAPE(9, 16, 1280),
    SQUARE(1, 1, 300);

    private final int high;
    private final int wide;
    private final int width;

    Shape(int high, int wide, int width) {
      this.high = high;
      this.wide = wide;
      this.width = width;
    }

    static Shape of(String imageType, ItemType type) {
      boolean portrait = type != ItemType.EPISODE && type != ItemType.COLLECTION_FOLDER;
      return imageType.equalsIgnoreCase("Primary") && portrait ? POSTER : LANDSCAPE;
    }
  }

  private static final int SMALLEST = 16;

  private final Map<String, byte[]> painted = new ConcurrentHashMap<>();

  byte[] jpeg(String id, String title, Shape shape, int index, int asked) {
    int width = asked <= 0 ? shape.width : Math.max(SMALLEST, Math.min(asked, shape.width));
    String key = id + shape + index + "/" + width;
    return painted.computeIfAbsent(key, unused -> paint(id, title, shape, index, width));
  }

  /** The title without a background. */
  byte[] png(String title, Shape shape, int asked) {
    int width = asked <= 0 ? shape.width : Math.max(SMALLEST, Math.min(asked, shape.width));
    int height = width * shape.high / shape.wide;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    write(graphics, title, width, height);
    graphics.dispose();
    return encoded(image, "png");
  }

  private static byte[] paint(String id, String title, Shape shape, int index, int width) {
    int height = width * shape.high / shape.wide;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Color colour = Artwork.colour(id);
    Color end = index % 2 == 0 ? colour.darker().darker() : colour.brighter();
    graphics.setPaint(new GradientPaint(0, 0, colour, width, height, end));
    graphics.fillRect(0, 0, width, height);
    write(graphics, title, width, height);
    graphics.dispose();
    return encoded(image, "jpg");
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** On a machine without fonts the picture stays without a title. */
  private static void write(Graphics2D graphics, String title, int width, int height) {
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(6, width / 11)));
      graphics.setColor(Color.WHITE);
      int y = height / 3;
      for (String line : lines(graphics, title, width * 8 / 10)) {
        graphics.drawString(line, width / 10, y);
        y += graphics.getFontMetrics().getHeight();
      }
    } catch (RuntimeException | LinkageError e) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(width / 10, height / 3, width / 2, Math.max(1, height / 50));
    }
  }

  private static List<String> lines(Graphics2D graphics, String title, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : title.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && graphics.getFontMetrics().stringWidth(longer) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }
}
