package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls Jellyfin and puts its failures into the words of our contract. */
@ApplicationScoped
public class JellyfinConnection {

  private static final Log LOG = Log.of(JellyfinConnection.class);
  private static final int CONNECT_SECONDS = 3;

  /** Real libraries take their time over a listing. */
  private static final int READ_SECONDS = 30;

  private static final int PROBE_SECONDS = 2;

  private final Settings settings;
  private JellyfinApi api;
  private JellyfinApi probe;

  /** For the proxies of CDI only. */
  protected JellyfinConnection() {
    this(null);
  }

  @Inject
  public JellyfinConnection(Settings settings) {
    this.settings = settings;
  }

  /**
   * Makes a call.
   *
   * @throws ApiException with the code that fits Jellyfin's failure
   */
  <T> T call(Function<JellyfinApi, T> call) {
    try {
      return callRaw(call);
    } catch (JellyfinFailure failure) {
      throw translate(failure);
    }
  }

  /**
   * Makes a call whose refusals mean something special.
   *
   * @throws JellyfinFailure when Jellyfin answers, but not with success
   * @throws ApiException backend_unavailable when Jellyfin cannot be reached or is starting
   */
  <T> T callRaw(Function<JellyfinApi, T> call) {
    return guarded(api(), call);
  }

  private static <T> T guarded(JellyfinApi target, Function<JellyfinApi, T> call) {
    try {
      return call.apply(target);
    } catch (JellyfinFailure failure) {
      if (failure.status() >= 500 || failure.status() < 400) {
        throw translate(failure);
      }
      throw failure;
    } catch (ProcessingException e) {
      // The cause's own message would put Jellyfin's address into the log.
      LOG.warn("Jellyfin cannot be reached: " + rootCause(e).getClass().getSimpleName());
      throw ApiException.unavailable("Jellyfin does not answer.", e);
    }
  }

  private static ApiException translate(JellyfinFailure failure) {
    return switch (failure.status()) {
      case 401 ->
          failure.empty()
              ? ApiException.of(
                  ErrorCode.JELLYFIN_SESSION_EXPIRED, "Jellyfin ended this session; sign in.")
              : ApiException.itemNotFound();
      case 403, 404 -> ApiException.itemNotFound();
      default -> {
        LOG.warn(failure.getMessage());
        yield ApiException.unavailable("Jellyfin cannot answer at present.", failure);
      }
    };
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * Asks whether Jellyfin serves; waits for two seconds only, since a probe does not wait longer.
   *
   * @throws ApiException when it does not answer
   */
  PublicSystemInfo probe() {
    return guarded(probeApi(), JellyfinApi::systemInfo);
  }

  private synchronized JellyfinApi api() {
    if (api == null) {
      api = build(CONNECT_SECONDS, READ_SECONDS);
    }
    return api;
  }

  private synchronized JellyfinApi probeApi() {
    if (probe == null) {
      probe = build(PROBE_SECONDS, PROBE_SECONDS);
    }
    return probe;
  }

  private JellyfinApi build(int connectSeconds, int readSeconds) {
    return RestClientBuilder.newBuilder()
        .baseUri(settings.jellyfinUrl())
        .connectTimeout(connectSeconds, TimeUnit.SECONDS)
        .readTimeout(readSeconds, TimeUnit.SECONDS)
        .followRedirects(false)
        .register(new JellyfinJson())
        .register(new JellyfinFailureMapper())
        .build(JellyfinApi.class);
  }
}
