package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.auth.User;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps users, sessions and refresh tokens in the database. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaSessionStore implements SessionStore {

  private static final Log LOG = Log.of(JpaSessionStore.class);

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SecretBox secrets;

  /** For the proxies of CDI only. */
  protected JpaSessionStore() {
    this(null);
  }

  @Inject
  public JpaSessionStore(SecretBox secrets) {
    this.secrets = secrets;
  }

  @Override
  public Session open(
      Identity identity, Device device, ClientAddress from, RefreshToken first, Instant now) {
    UserRow user = userOf(identity, now);
    String id = UUID.randomUUID().toString();
    byte[] sealed = secrets.seal(identity.token(), id);
    SessionRow row = new SessionRow(id, user, device, from.text(), sealed, now);
    database.persist(row);
    database.persist(new RefreshTokenRow(first.hash(), row, now, first.expiresAt()));
    return session(row);
  }

  @Override
  public Optional<Session> find(String sessionId) {
    return Optional.ofNullable(database.find(SessionRow.class, sessionId)).flatMap(this::readable);
  }

  /** A session whose secret was sealed with a key that is gone is as good as ended. */
  private Optional<Session> readable(SessionRow row) {
    try {
      return Optional.of(session(row));
    } catch (IllegalStateException e) {
      LOG.warn("The secret of session " + row.id() + " does not open: was the key changed?");
      return Optional.empty();
    }
  }

  private UserRow userOf(Identity identity, Instant now) {
    List<UserRow> known =
        database
            .createQuery("select u from UserRow u where u.subject = :subject", UserRow.class)
            .setParameter("subject", identity.subject())
            .getResultList();
    UserRow user =
        known.isEmpty()
            ? new UserRow(UUID.randomUUID().toString(), identity.subject(), now)
            : known.get(0);
    user.describe(identity.name(), identity.administrator());
    database.persist(user);
    return user;
  }

  private Session session(SessionRow row) {
    UserRow user = row.user();
    return new Session(
        row.id(),
        new User(user.id(), user.subject(), user.name(), user.administrator()),
        row.device(),
        secrets.open(row.providerToken(), row.id()),
        row.usage(),
        row.end());
  }
}
