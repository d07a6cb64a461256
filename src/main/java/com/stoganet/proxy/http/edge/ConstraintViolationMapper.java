package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Comparator;
import java.util.Locale;

/** Names the field that violates the contract; the servers' own mappers do not. */
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return failure.getConstraintViolations().stream()
        .min(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
        .map(violation -> ApiException.invalid(field(violation), message(violation)))
        .map(ErrorBodies::response)
        .orElseThrow(() -> failure);
  }

  private static String message(ConstraintViolation<?> violation) {
    return field(violation) + " " + violation.getMessage() + ".";
  }

  /** The last part of the path in the spelling of the contract: deviceLabel is device_label. */
  private static String field(ConstraintViolation<?> violation) {
    String last = "";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName() == null ? last : node.getName();
    }
    boolean wholeBody = last.endsWith("Request");
    return wholeBody ? "body" : last.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
