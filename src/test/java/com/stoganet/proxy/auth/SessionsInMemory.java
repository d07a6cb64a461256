package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ClientAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ports of sessions and refresh tokens without a database. */
final class SessionsInMemory implements SessionStore, SessionCleanupStore {

  private record Token(String sessionId, Instant expiresAt, Instant rotatedAt, String successor) {}

  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Instant> endedAt = new HashMap<>();
  private final Map<String, Instant> dueAt = new HashMap<>();
  private final Map<String, Instant> signedOutAt = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();

  /** How many sessions and tokens are kept. */
  int size() {
    return sessions.size() + tokens.size();
  }

  RefreshTokenStore refreshTokens() {
    return new RefreshTokenStore() {
      @Override
      public Optional<StoredToken> find(String hash) {
        return Optional.ofNullable(tokens.get(hash))
            .map(
                token ->
                    new StoredToken(
                        hash,
                        sessions.get(token.sessionId),
                        token.expiresAt,
                        token.rotatedAt,
                        token.successor));
      }

      @Override
      public boolean rotate(StoredToken stored, RefreshToken next, String address, Instant now) {
        Token token = tokens.get(stored.hash());
        if (token.rotatedAt != null) {
          return false;
        }
        tokens.put(stored.hash(), new Token(token.sessionId, token.expiresAt, now, next.secret()));
        tokens.put(next.hash(), new Token(token.sessionId, next.expiresAt(), null, null));
        return true;
      }
    };
  }

  @Override
  public Session open(
      Identity identity, Device device, ClientAddress from, RefreshToken first, Instant now) {
    Session session =
        new Session(
            UUID.randomUUID().toString(),
            new User("u-" + identity.subject(), identity.subject(), identity.name(), false),
            device,
            identity.token(),
            new Session.Usage(now, now, from.text(), now),
            null);
    sessions.put(session.id(), session);
    tokens.put(first.hash(), new Token(session.id(), first.expiresAt(), null, null));
    return session;
  }

  @Override
  public Optional<Session> find(String sessionId) {
    return Optional.ofNullable(sessions.get(sessionId));
  }

  @Override
  public List<String> userNames() {
    return sessions.values().stream().map(session -> session.user().name()).distinct().toList();
  }

  @Override
  public List<Place> places() {
    return sessions.values().stream()
        .filter(Session::alive)
        .map(session -> new Place(session.user().name(), session.usage().lastAddress()))
        .toList();
  }

  @Override
  public List<Session> aliveOf(String userId) {
    return sessions.values().stream()
        .filter(session -> session.alive() && session.user().id().equals(userId))
        .toList();
  }

  @Override
  public void signedOut(String userId, Instant now) {
    signedOutAt.put(userId, now);
  }

  @Override
  public boolean signedOutSince(String subject, Instant time) {
    return !signedOutAt.getOrDefault("u-" + subject, Instant.EPOCH).isBefore(time);
  }

  @Override
  public boolean end(String sessionId, Session.End why, Instant now) {
    Session session = sessions.get(sessionId);
    if (!session.alive()) {
      return false;
    }
    replace(session, session.usage(), why);
    endedAt.put(sessionId, now);
    return true;
  }

  @Override
  public void seen(String sessionId, ClientAddress from, Instant now) {
    Session old = sessions.get(sessionId);
    Session.Usage usage = old.usage();
    replace(
        old, new Session.Usage(usage.createdAt(), now, from.text(), usage.checkedAt()), old.end());
  }

  @Override
  public void checked(Session session, IdentityProvider.Profile profile, Instant now) {
    Session.Usage usage = session.usage();
    replace(
        session,
        new Session.Usage(usage.createdAt(), usage.lastSeenAt(), usage.lastAddress(), now),
        session.end());
  }

  private void replace(Session session, Session.Usage usage, Session.End end) {
    sessions.put(
        session.id(),
        new Session(
            session.id(), session.user(), session.device(), session.providerToken(), usage, end));
  }

  @Override
  public List<Ended> unknownToProvider(Instant now, int limit) {
    return sessions.values().stream()
        .filter(session -> !session.alive() && !known.contains(session.id()))
        .filter(session -> !dueAt(session).isAfter(now))
        .sorted(Comparator.comparing(this::dueAt))
        .limit(limit)
        .map(session -> new Ended(session, endedAt.get(session.id())))
        .toList();
  }

  @Override
  public void tellProviderAt(String sessionId, Instant time) {
    dueAt.put(sessionId, time);
  }

  private Instant dueAt(Session session) {
    return dueAt.getOrDefault(session.id(), Instant.EPOCH);
  }

  @Override
  public void providerKnows(String sessionId) {
    known.add(sessionId);
  }

  @Override
  public List<Session> abandoned(Instant now, int limit) {
    return sessions.values().stream()
        .filter(Session::alive)
        .filter(
            session ->
                tokens.values().stream()
                    .noneMatch(
                        token ->
                            token.sessionId.equals(session.id())
                                && token.rotatedAt == null
                                && token.expiresAt.isAfter(now)))
        .limit(limit)
        .toList();
  }

  @Override
  public void purge(Instant ended, Instant expired, Instant forgiven) {
    sessions.keySet().removeIf(id -> endedAt.getOrDefault(id, Instant.MAX).isBefore(ended));
    tokens
        .values()
        .removeIf(
            token -> token.expiresAt.isBefore(expired) || !sessions.containsKey(token.sessionId));
    tokens.replaceAll(
        (hash, token) ->
            token.rotatedAt != null && token.rotatedAt.isBefore(forgiven)
                ? new Token(token.sessionId, token.expiresAt, token.rotatedAt, null)
                : token);
  }
}
