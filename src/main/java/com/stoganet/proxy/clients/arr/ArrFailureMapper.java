package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.arr.ArrFailure.Violation;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Makes a failure of every answer that is not a success.
 *
 * <p>Radarr 6, Sonarr 4: broken rules come as an array, everything else as an object whose
 * description is a stack trace, a wrong key has no body at all, and a proxy in between may send a
 * page.
 */
public class ArrFailureMapper implements ResponseExceptionMapper<ArrFailure> {

  private static final int FIRST_REDIRECT = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REDIRECT;
  }

  @Override
  public ArrFailure toThrowable(Response response) {
    String body = response.hasEntity() ? response.readEntity(String.class) : "";
    return new ArrFailure(response.getStatus(), violations(body));
  }

  static List<Violation> violations(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.read() instanceof JsonArray array
          ? array.stream().map(ArrFailureMapper::violation).toList()
          : List.of();
    } catch (JsonException e) {
      return List.of();
    }
  }

  private static Violation violation(JsonValue value) {
    return value instanceof JsonObject object
        ? new Violation(text(object, "propertyName"), text(object, "errorCode"))
        : new Violation("", "");
  }

  private static String text(JsonObject object, String name) {
    return object.getString(name, "");
  }
}
