package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;

/** Errors that are objects; those of validation are arrays, see {@link Validation}. */
final class ArrErrors {
  private ArrErrors() {}

  /** What the error pipeline makes of an exception; the description is its stack trace. */
  static Refusal of(int status, String exception, String message) {
    Dto error = new Dto().put("message", message).put("description", trace(exception, message));
    return Refusal.of(status, Dto.CONTENT_TYPE, error.toString());
  }

  static Refusal noSuch(String what, int id) {
    return of(
        404,
        "NzbDrone.Core.Datastore.ModelNotFoundException",
        what + " with ID " + id + " does not exist");
  }

  /** An ApiException: a name, and no stack trace. */
  static Refusal api(int status, String message) {
    return Refusal.of(status, Dto.CONTENT_TYPE, new Dto().put("message", message).toString());
  }

  /** The metadata service cannot be reached. */
  static Refusal metadataAway(String asked) {
    return of(
        503,
        "NzbDrone.Core.MetadataSource.SkyHook.SkyHookException",
        "Search for '" + asked + "' failed. Unable to communicate with the metadata service.");
  }

  /** SQLite on a lost race. */
  static Refusal constraint(String column) {
    return of(
        409,
        "System.Data.SQLite.SQLiteException",
        "constraint failed\nUNIQUE constraint failed: " + column);
  }

  private static String trace(String exception, String message) {
    return exception
        + ": "
        + message
        + "\n   at NzbDrone.Core.Invented.Place(Int32 id) in /build/src/Invented.cs:line 42"
        + "\n   at lambda_method7(Closure , Object , Object[] )";
  }
}
