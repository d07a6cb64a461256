package com.stoganet.proxy.config;

import inet.ipaddr.IPAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The settings of the proxy, checked as a whole.
 *
 * <p>docs/operating.md describes each of them. A value that has a problem is null here, and then
 * the proxy does not serve.
 *
 * @param jellyfinUrl where Jellyfin lives; never shown to a client
 * @param jellyfinServerId the id of the Jellyfin that the proxy belongs to; null for the one that
 *     it has met first
 * @param jellyfinPublicUrl where apps may fetch pictures from Jellyfin itself; null when nowhere
 * @param proxyBaseUrl the address clients use; without a trailing slash
 * @param keys what signs tokens and seals secrets
 * @param accessTokenLifetime how long an access token works
 * @param refreshGrace how long a refresh token that was used gives the same successor again
 * @param streams how many streams there may be at a time
 * @param corsOrigins the web pages whose scripts may read answers, such as https://app.example.org
 * @param metricsPublic whether every client may read the metrics of the server
 * @param trustedProxies reverse proxies whose word about the address of a client counts
 * @param backends the servers that add and download requested titles
 * @param requestRules who may request titles
 * @param problems everything that is wrong; empty when the proxy can serve
 */
public record Settings(
    URI jellyfinUrl,
    String jellyfinServerId,
    URI jellyfinPublicUrl,
    URI proxyBaseUrl,
    Keys keys,
    Duration accessTokenLifetime,
    Duration refreshGrace,
    StreamLimits streams,
    Set<String> corsOrigins,
    boolean metricsPublic,
    List<IPAddress> trustedProxies,
    Backends backends,
    RequestRules requestRules,
    List<SettingProblem> problems) {

  /**
   * How many streams there may be at a time.
   *
   * @param perUser of one user, on all devices together
   * @param total of all users together
   */
  public record StreamLimits(int perUser, int total) {}

  /** Without the values, so that no secret can slip into a log. */
  @Override
  public String toString() {
    return "Settings[problems=" + problems + "]";
  }

  /** Whether the proxy can serve. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Reads everything from {@code source}, which answers the raw value of a name. */
  public static Settings read(Function<String, Optional<String>> source) {
    SettingReader reader = new SettingReader(source);
    URI jellyfin = reader.httpUrl("JELLYFIN_URL", "http://192.168.1.10:8096");
    String serverId = reader.optionalId("JELLYFIN_SERVER_ID", "6aa463611eab442dbb1de0acf75ebc23");
    URI publicJellyfin =
        reader.optionalHttpUrl("JELLYFIN_PUBLIC_URL", "https://jellyfin.example.org");
    URI base = reader.httpUrl("PROXY_BASE_URL", "https://media.example.org");
    Keys keys = Keys.read(reader);
    Duration lifetime = Duration.ofMinutes(reader.number("ACCESS_TOKEN_MINUTES", 5, 60, 15));
    Duration grace = Duration.ofSeconds(reader.number("REFRESH_GRACE_SECONDS", 0, 60, 30));
    StreamLimits streams =
        new StreamLimits(
            reader.number("MAX_STREAMS_PER_USER", 1, 10_000, 20),
            reader.number("MAX_STREAMS", 1, 10_000, 200));
    Set<String> origins = reader.origins("CORS_ORIGINS", "https://app.example.org");
    boolean metrics = reader.flag("METRICS_PUBLIC");
    List<IPAddress> proxies = reader.addressRanges("TRUSTED_PROXIES", "127.0.0.1,172.16.0.0/12");
    Backends backends = Backends.read(reader);
    RequestRules rules = RequestRules.read(reader);
    ServerSettings.check(reader);
    WaitingPeriod.check(reader);
    return new Settings(
        jellyfin,
        serverId,
        publicJellyfin,
        base,
        keys,
        lifetime,
        grace,
        streams,
        origins,
        metrics,
        proxies,
        backends,
        rules,
        reader.problems());
  }
}
