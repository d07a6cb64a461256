package com.stoganet.proxy.clients.backend;

import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * A server behind the proxy: where it is, what it is called, and what its answers mean.
 *
 * <p>It is described completely before anything connects to it.
 */
public final class Backend {

  private final String label;
  private final URI address;
  private final List<Object> providers = new ArrayList<>();
  private final Map<OutageReason, String> problems = new EnumMap<>(OutageReason.class);
  private String name;
  private String clientLabel;
  private OutageRule rule = OutageRule.USUAL;
  private Function<BackendResponseException, OutageReason> refusals =
      refusal -> OutageReason.NONSENSE;
  private int mebibytes = 32;

  /**
   * @param label as people write it, such as qBittorrent
   * @param address with its base path
   */
  public Backend(String label, URI address) {
    this.label = label;
    this.address = address;
    this.name = label;
    this.clientLabel = label;
  }

  /** What the log calls it, if that is not its label: there may be several with one label. */
  public Backend loggedAs(String logName) {
    name = logName;
    return this;
  }

  /** What messages to clients call it, if that is not its label. */
  public Backend labelForClients(String words) {
    clientLabel = words;
    return this;
  }

  /** Sends this header with every request. */
  public Backend apiKey(String header, String value) {
    return provider(new ApiKeyHeader(header, value));
  }

  /** Registers a provider of JAX-RS with every client. */
  public Backend provider(Object provider) {
    providers.add(provider);
    return this;
  }

  /** The longest answer in MiB; 32 unless told otherwise. */
  public Backend longestAnswer(int mebibytes) {
    this.mebibytes = mebibytes;
    return this;
  }

  /** Which answers mean that it is out of order; {@link OutageRule#USUAL} unless told otherwise. */
  public Backend outages(OutageRule rule) {
    this.rule = rule;
    return this;
  }

  /** What it means when it refuses what it should not; {@code NONSENSE} unless told otherwise. */
  public Backend unexpectedRefusals(Function<BackendResponseException, OutageReason> meaning) {
    this.refusals = meaning;
    return this;
  }

  /** Its own words for a reason, such as the name of the setting that is wrong. */
  public Backend problem(OutageReason reason, String text) {
    problems.put(reason, text);
    return this;
  }

  public String label() {
    return label;
  }

  String name() {
    return name;
  }

  String clientLabel() {
    return clientLabel;
  }

  /** What the reasons in details of errors begin with. */
  String code() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** Calls it through these routes, a typed REST client. */
  public <A> BackendConnection<A> connect(Class<A> routes) {
    return new BackendConnection<>(this, routes);
  }

  /** An outage that was found out by more than a status; {@code cause} may be null. */
  public BackendUnavailableException unavailable(OutageReason reason, Throwable cause) {
    String problem = problems.getOrDefault(reason, reason.text());
    return new BackendUnavailableException(this, reason, problem, cause);
  }

  /** The outage that a refusal means which has no meaning of its own. */
  public BackendUnavailableException unexpected(BackendResponseException refusal) {
    return unavailable(refusals.apply(refusal), refusal);
  }

  /** It works, but not with our settings. */
  public BackendUnavailableException misconfigured(String problem) {
    return new BackendUnavailableException(this, OutageReason.MISCONFIGURED, problem, null);
  }

  /** The outage that an answer means, or the answer itself when it is only a refusal. */
  RuntimeException failure(BackendResponseException answer) {
    return rule.reason(answer)
        .<RuntimeException>map(reason -> unavailable(reason, answer))
        .orElse(answer);
  }

  /** The outage that an exchange without any such answer means. */
  BackendUnavailableException failure(ProcessingException failure) {
    if (ExchangeFailures.neverReached(failure)) {
      return unavailable(OutageReason.NEVER_REACHED, failure);
    }
    return unavailable(
        ExchangeFailures.unreadable(failure) ? OutageReason.NONSENSE : OutageReason.UNREACHABLE,
        failure);
  }

  <A> A client(Class<A> routes, Timeouts timeouts) {
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(address)
            .connectTimeout(timeouts.connectSeconds(), TimeUnit.SECONDS)
            .readTimeout(timeouts.readSeconds(), TimeUnit.SECONDS)
            .followRedirects(false)
            .register(new BackendResponseExceptionMapper(label))
            .register(new BoundedBody(mebibytes));
    providers.forEach(builder::register);
    return builder.build(routes);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Backend[" + name + "]";
  }
}
