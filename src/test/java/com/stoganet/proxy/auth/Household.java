package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The feature as a whole, with ports in memory and a clock that a test moves. */
final class Household {

  static final ClientOrigin HOME =
      new ClientOrigin(new ClientAddress("203.0.113.7", "203.0.113.7"), "test/1");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "JWT_SIGNING_KEY", "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo",
          "JELLYFIN_URL", "http://jellyfin.test",
          "JELLYFIN_API_KEY", "5f8a7c6d3e2b1a0998877665544332fe",
          "PROXY_BASE_URL", "http://proxy.test",
          "LISTEN_ADDR", ":8080",
          "DATABASE_URL", "postgres://nobody:nothing@db.test/none");

  final MovingClock clock = new MovingClock();
  final SessionsInMemory store = new SessionsInMemory();
  final ScriptedProvider provider = new ScriptedProvider();
  final List<Audit.Entry> audit = new ArrayList<>();
  final List<SessionStarted> started = new ArrayList<>();
  final QuickConnectsInMemory quickConnects = new QuickConnectsInMemory();
  final FailuresInMemory failures = new FailuresInMemory();
  final AccessTokens accessTokens;
  final SessionTermination termination;
  final CallerResolver callerResolver;
  final TokenRefresh refresh;
  final SignOut signOut;
  final SessionCleanup cleanup;
  final SessionIssuer issuer;

  Household() {
    Settings settings = Settings.read(name -> Optional.ofNullable(SETTINGS.get(name)));
    accessTokens = new AccessTokens(settings, clock);
    Background here = new Here();
    ProviderSignOut providerSignOut = new ProviderSignOut(provider, store, here, clock);
    termination =
        new SessionTermination(store, providerSignOut, audit::add, new Told<>(this::forget), clock);
    SessionRevalidation revalidation = new SessionRevalidation(provider, store, termination, clock);
    callerResolver =
        new CallerResolver(
            store, accessTokens, revalidation, caller -> !provider.atHome, here, clock);
    refresh =
        new TokenRefresh(
            store.refreshTokens(), accessTokens, revalidation, termination, clock, settings);
    signOut = new SignOut(store, store.refreshTokens(), termination, clock);
    cleanup =
        new SessionCleanup(
            store, termination, providerSignOut, quickConnects, failures, settings, clock, null);
    issuer =
        new SessionIssuer(
            store, accessTokens, providerSignOut, audit::add, new Told<>(started::add), clock);
  }

  private void forget(SessionEnded event) {
    callerResolver.forget(event);
  }

  /** The refresh token of a new device. */
  String signIn(String user) {
    Device device = Device.create("TV of " + user, "test");
    Identity identity = provider.signIn(user, user, device);
    return issuer.admit(identity, device, HOME, "password").refreshToken();
  }

  /** The session of a device, by any of its refresh tokens. */
  Session session(String refreshToken) {
    return store
        .refreshTokens()
        .find(RefreshToken.hash(refreshToken))
        .map(RefreshTokenStore.StoredToken::session)
        .orElseThrow();
  }

  /** Work in the background is done at once. */
  private static final class Here extends Background {
    @Override
    public void execute(Runnable work) {
      work.run();
    }
  }

  /** Tells somebody at once, as CDI does. */
  private record Told<T>(Consumer<T> observer) implements Event<T> {

    @Override
    public void fire(T event) {
      observer.accept(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }
}
