package com.stoganet.proxy.auth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The port of Quick Connect's attempts without a database. */
final class QuickConnectsInMemory implements QuickConnectStore {

  private final Map<String, QuickConnectAttempt> attempts = new LinkedHashMap<>();

  @Override
  public long count() {
    return attempts.size();
  }

  @Override
  public boolean add(QuickConnectAttempt attempt, long most) {
    return attempts.size() < most && attempts.put(attempt.id(), attempt) == null;
  }

  @Override
  public Optional<QuickConnectAttempt> find(String id) {
    return Optional.ofNullable(attempts.get(id));
  }

  @Override
  public void remove(String id) {
    attempts.remove(id);
  }

  @Override
  public void pending(String id, Instant now) {
    attempts.computeIfPresent(
        id,
        (key, old) ->
            new QuickConnectAttempt(id, old.secret(), old.device(), now, old.expiresAt()));
  }

  @Override
  public Optional<IssuedTokens> redeem(String id, Supplier<Optional<IssuedTokens>> opening) {
    return attempts.remove(id) == null ? Optional.empty() : opening.get();
  }

  @Override
  public void purge(Instant expired) {
    attempts.values().removeIf(attempt -> attempt.expiresAt().isBefore(expired));
  }
}
