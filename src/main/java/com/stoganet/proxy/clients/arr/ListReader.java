package com.stoganet.proxy.clients.arr;

import jakarta.annotation.Priority;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists one element after the other: Parsson 1.1.9 takes no document of more than 15 million
 * characters, and five thousand movies of Radarr are that long.
 */
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
public class ListReader implements MessageBodyReader<List<?>> {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == List.class && genericType instanceof ParameterizedType;
  }

  @Override
  public List<?> readFrom(
      Class<List<?>> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    Type element = ((ParameterizedType) genericType).getActualTypeArguments()[0];
    try {
      JsonElements elements = new JsonElements(body);
      List<Object> list = new ArrayList<>();
      for (String next = elements.next(); next != null; next = elements.next()) {
        list.add(JSON.fromJson(next, element));
      }
      return list;
    } catch (JsonException | JsonbException e) {
      throw new ProcessingException(e);
    }
  }
}
