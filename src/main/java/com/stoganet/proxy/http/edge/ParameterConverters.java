package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.api.model.LibrarySort;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.RequestStatus;
import com.stoganet.proxy.api.model.SortOrder;
import com.stoganet.proxy.shared.ApiException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;

/** Reads parameters; without these JAX-RS would answer 404 to a limit that is not a number. */
public class ParameterConverters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    if (rawType == Integer.class) {
      return converter(rawType, Integer::valueOf, name(annotations), "a whole number");
    }
    if (rawType == MediaType.class) {
      return converter(rawType, MediaType::fromString, name(annotations), "movie or tv");
    }
    if (rawType == LibrarySort.class) {
      String expected = "title, added, released, rating or random";
      return converter(rawType, LibrarySort::fromString, name(annotations), expected);
    }
    if (rawType == SortOrder.class) {
      return converter(rawType, SortOrder::fromString, name(annotations), "asc or desc");
    }
    if (rawType == RequestStatus.class) {
      String expected = "pending, approved, sent, fulfilled, declined, failed or withdrawn";
      return converter(rawType, RequestStatus::fromString, name(annotations), expected);
    }
    if (rawType == Boolean.class) {
      return converter(rawType, ParameterConverters::flag, name(annotations), "true or false");
    }
    return null;
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static <T> ParamConverter<T> converter(
      Class<T> type, Function<String, ?> parser, String name, String expected) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String value) {
        if (value == null) {
          return null;
        }
        try {
          return type.cast(parser.apply(value));
        } catch (IllegalArgumentException e) {
          ApiException failure = ApiException.invalid(name, name + " must be " + expected + ".");
          throw new BadRequestException(ErrorBodies.response(failure), failure);
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  private static String name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .map(ParameterConverters::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("parameter");
  }

  private static String name(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return query.value();
    }
    return annotation instanceof PathParam path ? path.value() : "";
  }
}
