package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.shared.ApiException;
import java.util.Locale;

/** A Radarr or Sonarr cannot do its work at present, whoever asks for whatever. */
class ArrOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as readiness tells it. */
  enum Reason {
    UNREACHABLE("does not answer"),
    CREDENTIALS("refuses the API key"),
    MISCONFIGURED("sends us elsewhere; its URL may lack the base path"),
    FAILING("fails"),
    NONSENSE("gives answers that make no sense"),
    /** It is still reading what it was told to keep. */
    BUSY("is not ready with this title yet");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Program program;
  private final Reason reason;
  private final String problem;

  /** {@code cause} may be null; it may name the server's address, so it is not for the log. */
  ArrOutage(Program program, Reason reason, Throwable cause) {
    this(program, reason, reason.text, cause);
  }

  private ArrOutage(Program program, Reason reason, String problem, Throwable cause) {
    super(label(program) + " " + problem, cause);
    this.program = program;
    this.reason = reason;
    this.problem = problem;
  }

  /** It works, but not with our settings. */
  static ArrOutage misconfigured(Program program, String problem) {
    return new ArrOutage(program, Reason.MISCONFIGURED, problem, null);
  }

  Reason reason() {
    return reason;
  }

  /** What is wrong, in plain words that name no host. */
  String problem() {
    return problem;
  }

  /** The same in the words of the contract. */
  ApiException toApi() {
    ApiException failure =
        reason == Reason.NONSENSE
            ? ApiException.badGateway(label(program) + "'s answer makes no sense.", this)
            : ApiException.unavailable(label(program) + " cannot answer at present.", this);
    return failure.because(
        program.name().toLowerCase(Locale.ROOT) + "_" + reason.name().toLowerCase(Locale.ROOT));
  }

  /** As people write it. */
  static String label(Program program) {
    return program == Program.RADARR ? "Radarr" : "Sonarr";
  }

  /** It answered 500, which says more about this request than about all the others. */
  static final class OneRequest extends ArrOutage {

    private static final long serialVersionUID = 1L;

    OneRequest(Program program, Throwable cause) {
      super(program, Reason.FAILING, cause);
    }
  }

  /** The request did not even arrive, so that it can be sent again. */
  static final class NeverReached extends ArrOutage {

    private static final long serialVersionUID = 1L;

    NeverReached(Program program, Throwable cause) {
      super(program, Reason.UNREACHABLE, cause);
    }
  }
}
