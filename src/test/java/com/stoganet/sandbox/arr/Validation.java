package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a resource; FluentValidation answers all of it in one array. */
final class Validation {
  private final List<Dto> failures = new ArrayList<>();

  /** Notes a failure unless the rule holds; a null code is left out, as .NET does. */
  Validation rule(boolean holds, String property, String message, Object attempted, String code) {
    if (!holds) {
      failures.add(
          new Dto()
              .put("propertyName", property)
              .put("errorMessage", message)
              .put("attemptedValue", attempted)
              .put("severity", "error")
              .put("errorCode", code)
              .put("formattedMessageArguments", List.of())
              .put(
                  "formattedMessagePlaceholderValues",
                  new Dto().put("propertyName", words(property)).put("propertyValue", attempted)));
    }
    return this;
  }

  /** Radarr and Sonarr: the same for every identifier of a profile. */
  Validation profile(ArrState state, int id) {
    rule(
        id > 0,
        "QualityProfileId",
        "'Quality Profile Id' must be greater than '0'.",
        id,
        "GreaterThanValidator");
    return rule(
        id <= 0 || state.knowsProfile(id),
        "QualityProfileId",
        "Quality Profile does not exist",
        id,
        "QualityProfileExistsValidator");
  }

  /** A new title goes to a path, or else below a folder that is configured. */
  Validation place(ArrState state, String path, String rootFolder) {
    if (path.isBlank()) {
      validPath("RootFolderPath", rootFolder);
      rule(
          rootFolder.isBlank() || state.knowsRootFolder(rootFolder),
          "RootFolderPath",
          "Root folder '" + rootFolder + "' does not exist",
          rootFolder,
          "RootFolderExistsValidator");
    }
    return rootFolder.isBlank() ? validPath("Path", path) : this;
  }

  /** What a test has the server refuse. */
  Validation scripted(ArrState state) {
    state.refusals.forEach(each -> rule(false, each.property(), each.message(), "", each.code()));
    return this;
  }

  Validation validPath(String property, String path) {
    return rule(
        path.startsWith("/"), property, "Invalid Path: '" + path + "'", path, "PathValidator");
  }

  void orRefuse() {
    if (!failures.isEmpty()) {
      throw Refusal.of(400, Dto.CONTENT_TYPE, Dto.json(failures));
    }
  }

  private static String words(String property) {
    return property.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }
}
