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
 * <p>The description is complete before the first connection is made.
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
  private TolerantJson json = TolerantJson.ofPlainNames();

  /**
   * @param label the name of the product, such as qBittorrent
   * @param address with its base path
   */
  public Backend(String label, URI address) {
    this.label = label;
    this.address = address;
    this.name = label;
    this.clientLabel = label;
  }

  /** Sets its name in the log, if it differs from the label: several servers may have one label. */
  public Backend loggedAs(String logName) {
    name = logName;
    return this;
  }

  /** Sets its name in messages to clients, if it differs from the label. */
  public Backend labelForClients(String words) {
    clientLabel = words;
    return this;
  }

  /** Sends this header with every request. */
  public Backend apiKey(String header, String value) {
    return provider(new ApiKeyHeader(header, value));
  }

  /** Sets how its JSON is read and written; the default is {@link TolerantJson#ofPlainNames}. */
  public Backend json(TolerantJson json) {
    this.json = json;
    return this;
  }

  /** Registers a provider of JAX-RS with every client. */
  public Backend provider(Object provider) {
    providers.add(provider);
    return this;
  }

  /** Sets the longest answer in MiB; the default is 32. */
  public Backend longestAnswer(int mebibytes) {
    this.mebibytes = mebibytes;
    return this;
  }

  /** Sets which answers mean an outage; the default is {@link OutageRule#USUAL}. */
  public Backend outages(OutageRule rule) {
    this.rule = rule;
    return this;
  }

  /** Sets the reason for an unexpected refusal; the default is {@code NONSENSE}. */
  public Backend unexpectedRefusals(Function<BackendResponseException, OutageReason> meaning) {
    this.refusals = meaning;
    return this;
  }

  /** Sets the text for a reason, such as the name of the setting that is wrong. */
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

  /** The prefix of the reasons in the details of errors. */
  String code() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** Connects to it through these routes, the interface of a typed REST client. */
  public <A> BackendConnection<A> connect(Class<A> routes) {
    return new BackendConnection<>(this, routes);
  }

  /** An outage that the caller found by more than the status; {@code cause} may be null. */
  public BackendUnavailableException unavailable(OutageReason reason, Throwable cause) {
    String problem = problems.getOrDefault(reason, reason.text());
    return new BackendUnavailableException(this, reason, problem, cause);
  }

  /** An outage that the caller found, in words of its own that name no host. */
  public BackendUnavailableException outage(OutageReason reason, String problem) {
    return new BackendUnavailableException(this, reason, problem, null);
  }

  /** The outage for a refusal that has no meaning in the API of the backend. */
  public BackendUnavailableException unexpected(BackendResponseException refusal) {
    return unavailable(refusals.apply(refusal), refusal);
  }

  /** The outage of a backend that works, but not with the settings of the proxy. */
  public BackendUnavailableException misconfigured(String problem) {
    return outage(OutageReason.MISCONFIGURED, problem);
  }

  /**
   * The outage that an answer means; the answer itself when the backend only refuses the request.
   */
  RuntimeException failure(BackendResponseException answer) {
    return rule.reason(answer)
        .<RuntimeException>map(reason -> unavailable(reason, answer))
        .orElse(answer);
  }

  /** The outage that a failed exchange without an answer means. */
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
            .register(new BoundedBody(mebibytes))
            .register(json);
    providers.forEach(builder::register);
    return builder.build(routes);
  }

  /** Leaves out the API key. */
  @Override
  public String toString() {
    return "Backend[" + name + "]";
  }
}
