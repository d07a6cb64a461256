package com.stoganet.proxy.clients.backend;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Reads JSON into classes with public fields, and reads around whatever does not fit its field.
 *
 * <p>A list has only the elements that fit. An array has one element for each in the JSON, null for
 * one that does not fit: for lists in which positions count.
 */
final class TolerantReader {

  /** Stands for an element that is not of the type of its list. */
  private static final Object MISFIT = new Object();

  private final UnaryOperator<String> naming;
  private final ConcurrentMap<Class<?>, Map<String, Field>> fields = new ConcurrentHashMap<>();

  /** {@code naming} gives the name in the JSON for the name of a field. */
  TolerantReader(UnaryOperator<String> naming) {
    this.naming = naming;
  }

  /** Whether the type is a class of the proxy, or a list or an array of one. */
  static boolean reads(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class && reads(generic.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> plain
        && (plain.isArray() ? reads(plain.getComponentType()) : isOurs(plain));
  }

  @SuppressWarnings("unchecked")
  <T> T read(JsonParser parser, Type type) {
    Event event = parser.next();
    Object value = value(parser, event, type);
    if (value == null && event != Event.VALUE_NULL) {
      throw new JsonbException("The answer is no " + type.getTypeName());
    }
    return (T) value;
  }

  /** The value that begins with {@code event}; null when it does not fit. */
  private Object value(JsonParser parser, Event event, Type type) {
    return switch (event) {
      case START_OBJECT -> object(parser, type);
      case START_ARRAY -> array(parser, type);
      case VALUE_STRING -> TolerantValues.ofText(parser.getString(), type);
      case VALUE_NUMBER -> TolerantValues.ofNumber(parser.getString(), type);
      case VALUE_TRUE -> TolerantValues.ofFlag(true, type);
      case VALUE_FALSE -> TolerantValues.ofFlag(false, type);
      default -> null;
    };
  }

  private Object object(JsonParser parser, Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      return map(parser, generic.getActualTypeArguments()[1]);
    }
    if (type instanceof Class<?> plain && isOurs(plain)) {
      return fill(parser, plain);
    }
    parser.skipObject();
    return null;
  }

  private Object array(JsonParser parser, Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      List<Object> elements = elements(parser, generic.getActualTypeArguments()[0]);
      boolean misfits = elements.removeIf(element -> element == MISFIT);
      elements.removeIf(element -> element == null);
      // A list of which nothing fits is a list of something else, not an empty one.
      return misfits && elements.isEmpty() ? null : elements;
    }
    if (type instanceof Class<?> plain && plain.isArray()) {
      List<Object> elements = elements(parser, plain.getComponentType());
      elements.replaceAll(element -> element == MISFIT ? null : element);
      return elements.toArray((Object[]) Array.newInstance(plain.getComponentType(), 0));
    }
    parser.skipArray();
    return null;
  }

  private List<Object> elements(JsonParser parser, Type type) {
    List<Object> elements = new ArrayList<>();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      Object element = value(parser, event, type);
      elements.add(element == null && event != Event.VALUE_NULL ? MISFIT : element);
    }
    return elements;
  }

  private Map<String, Object> map(JsonParser parser, Type type) {
    Map<String, Object> map = new HashMap<>();
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      Object value = value(parser, parser.next(), type);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  private Object fill(JsonParser parser, Class<?> type) {
    try {
      Object object = type.getConstructor().newInstance();
      boolean exact = type.isAnnotationPresent(Exact.class);
      Map<String, Field> known = fields.computeIfAbsent(type, this::fieldsOf);
      while (parser.next() == Event.KEY_NAME) {
        Field field = known.get(parser.getString());
        Event event = parser.next();
        Object value = value(parser, event, field == null ? Void.class : field.getGenericType());
        if (value != null) {
          field.set(object, value);
        } else if (field != null && event != Event.VALUE_NULL && exact) {
          throw new JsonbException(field.getName() + " is not what it must be");
        }
      }
      for (Field field : known.values()) {
        if (field.isAnnotationPresent(Required.class) && field.get(object) == null) {
          throw new JsonbException(field.getName() + " is missing");
        }
      }
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be filled", e);
    }
  }

  private Map<String, Field> fieldsOf(Class<?> type) {
    Map<String, Field> found = new HashMap<>();
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        JsonbProperty name = field.getAnnotation(JsonbProperty.class);
        found.put(name == null ? naming.apply(field.getName()) : name.value(), field);
      }
    }
    return found;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("com.stoganet.") && !type.isArray() && !type.isEnum();
  }
}
