package com.stoganet.proxy.http.auth;

import com.stoganet.proxy.api.model.Device;
import com.stoganet.proxy.api.model.TokenPair;
import com.stoganet.proxy.api.model.User;
import com.stoganet.proxy.auth.IssuedTokens;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.shared.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Maps sessions to the types of the contract. */
final class SignInMapper {

  private SignInMapper() {}

  static TokenPair tokenPair(IssuedTokens tokens) {
    return new TokenPair()
        .accessToken(tokens.accessToken())
        .refreshToken(tokens.refreshToken())
        .expiresIn(tokens.expiresIn())
        .user(user(tokens.user()));
  }

  static Device device(Session session, Caller caller) {
    return new Device()
        .id(session.id())
        .label(session.device().label())
        .client(session.device().client())
        .createdAt(time(session.usage().createdAt()))
        .lastSeenAt(time(session.usage().lastSeenAt()))
        .address(session.usage().lastAddress())
        .current(session.id().equals(caller.sessionId()));
  }

  /** The contract requires an email address; Jellyfin has none, so the proxy makes one up. */
  private static User user(com.stoganet.proxy.auth.User user) {
    return new User()
        .id(user.id())
        .email(EmailAddress.of(user.name(), user.id()))
        .displayName(user.name());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
  }
}
