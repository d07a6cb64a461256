package com.stoganet.proxy.clients.backend;

import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The JSON of a backend: what it sends is read member by member, and a member or an element that
 * does not fit is left out, so that it never takes its neighbours with it.
 *
 * <p>JSON-B itself fails on the first one, or worse: it cuts a number that is too large for its
 * field.
 */
public class TolerantJson implements Jsonb, ContextResolver<Jsonb> {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final Jsonb strict;
  private final TolerantReader reader;

  private TolerantJson(String strategy, UnaryOperator<String> naming) {
    this.strict = JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(strategy));
    this.reader = new TolerantReader(naming);
  }

  /** JSON with the names that the fields have. */
  public static TolerantJson ofPlainNames() {
    return new TolerantJson(PropertyNamingStrategy.IDENTITY, UnaryOperator.identity());
  }

  /** JSON with names like {@code ProductionYear}. */
  public static TolerantJson ofCapitalNames() {
    return new TolerantJson(
        PropertyNamingStrategy.UPPER_CAMEL_CASE,
        name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return this;
  }

  @Override
  public <T> T fromJson(InputStream text, Class<T> type) throws JsonbException {
    return fromJson(text, (Type) type);
  }

  /**
   * Null for the answer null.
   *
   * @throws JsonbException for an answer that is something else than {@code type} as a whole
   * @throws jakarta.json.JsonException for text that is not JSON
   */
  @Override
  public <T> T fromJson(InputStream text, Type type) throws JsonbException {
    if (!TolerantReader.reads(type)) {
      return strict.fromJson(text, type);
    }
    try (JsonParser parser = PARSERS.createParser(text)) {
      return reader.read(parser, type);
    }
  }

  @Override
  public <T> T fromJson(Reader text, Class<T> type) throws JsonbException {
    return fromJson(text, (Type) type);
  }

  @Override
  public <T> T fromJson(Reader text, Type type) throws JsonbException {
    if (!TolerantReader.reads(type)) {
      return strict.fromJson(text, type);
    }
    try (JsonParser parser = PARSERS.createParser(text)) {
      return reader.read(parser, type);
    }
  }

  @Override
  public <T> T fromJson(String text, Class<T> type) throws JsonbException {
    return fromJson(new StringReader(text), (Type) type);
  }

  @Override
  public <T> T fromJson(String text, Type type) throws JsonbException {
    return fromJson(new StringReader(text), type);
  }

  @Override
  public String toJson(Object object) throws JsonbException {
    return strict.toJson(object);
  }

  @Override
  public String toJson(Object object, Type type) throws JsonbException {
    return strict.toJson(object, type);
  }

  @Override
  public void toJson(Object object, Writer target) throws JsonbException {
    strict.toJson(object, target);
  }

  @Override
  public void toJson(Object object, Type type, Writer target) throws JsonbException {
    strict.toJson(object, type, target);
  }

  @Override
  public void toJson(Object object, OutputStream target) throws JsonbException {
    strict.toJson(object, target);
  }

  @Override
  public void toJson(Object object, Type type, OutputStream target) throws JsonbException {
    strict.toJson(object, type, target);
  }

  @Override
  public void close() throws Exception {
    strict.close();
  }
}
