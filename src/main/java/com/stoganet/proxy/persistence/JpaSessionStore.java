package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.IdentityProvider;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps users and sessions in the database. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaSessionStore implements SessionStore {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SecretBox secrets;
  private final SessionMapper mapper;

  /** For the proxies of CDI only. */
  protected JpaSessionStore() {
    this(null, null);
  }

  @Inject
  public JpaSessionStore(SecretBox secrets, SessionMapper mapper) {
    this.secrets = secrets;
    this.mapper = mapper;
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
    return mapper.session(row).orElseThrow();
  }

  @Override
  public Optional<Session> find(String sessionId) {
    return Optional.ofNullable(database.find(SessionRow.class, sessionId)).flatMap(mapper::session);
  }

  @Override
  public List<String> userNames() {
    return database.createQuery("select u.name from UserRow u", String.class).getResultList();
  }

  @Override
  public List<Place> places() {
    return database
        .createQuery(
            "select distinct s.user.name, s.lastAddress from SessionRow s where s.endedAt is null",
            Object[].class)
        .getResultStream()
        .map(row -> new Place((String) row[0], (String) row[1]))
        .toList();
  }

  @Override
  public List<Session> aliveOf(String userId) {
    return database
        .createQuery(
            "select s from SessionRow s where s.user.id = :user and s.endedAt is null",
            SessionRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .flatMap(row -> mapper.session(row).stream())
        .toList();
  }

  @Override
  public void signedOut(String userId, Instant now) {
    database
        .createQuery("update UserRow u set u.signedOutAt = :now where u.id = :id")
        .setParameter("now", now)
        .setParameter("id", userId)
        .executeUpdate();
  }

  @Override
  public boolean signedOutSince(String subject, Instant time) {
    // Changes nothing, but has a sign-out everywhere wait for the end of this transaction.
    database
        .createQuery("update UserRow u set u.subject = :subject where u.subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
    return database
            .createQuery(
                "select count(u) from UserRow u where u.subject = :subject"
                    + " and u.signedOutAt >= :time",
                Long.class)
            .setParameter("subject", subject)
            .setParameter("time", time)
            .getSingleResult()
        > 0;
  }

  @Override
  public boolean end(String sessionId, Session.End why, Instant now) {
    return database
            .createQuery(
                "update SessionRow s set s.endedAt = :now, s.endReason = :why"
                    + " where s.id = :id and s.endedAt is null")
            .setParameter("now", now)
            .setParameter("why", why)
            .setParameter("id", sessionId)
            .executeUpdate()
        == 1;
  }

  @Override
  public void seen(String sessionId, ClientAddress from, Instant now) {
    database
        .createQuery(
            "update SessionRow s set s.lastSeenAt = :now, s.lastAddress = :address"
                + " where s.id = :id and s.lastSeenAt < :now")
        .setParameter("now", now)
        .setParameter("address", from.text())
        .setParameter("id", sessionId)
        .executeUpdate();
  }

  @Override
  public void checked(Session session, IdentityProvider.Profile profile, Instant now) {
    database
        .createQuery("update SessionRow s set s.checkedAt = :now where s.id = :id")
        .setParameter("now", now)
        .setParameter("id", session.id())
        .executeUpdate();
    boolean changed =
        !profile.name().equals(session.user().name())
            || profile.administrator() != session.user().administrator();
    if (changed) {
      database
          .find(UserRow.class, session.user().id())
          .describe(profile.name(), profile.administrator());
    }
  }

  /** In one statement: a user may sign in for the first time on two devices at once. */
  private UserRow userOf(Identity identity, Instant now) {
    database
        .createNativeQuery(
            "insert into users (id, subject, name, administrator, created_at)"
                + " values (?1, ?2, ?3, ?4, ?5) on conflict (subject) do update"
                + " set name = excluded.name, administrator = excluded.administrator")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, identity.subject())
        .setParameter(3, identity.name())
        .setParameter(4, identity.administrator())
        .setParameter(5, now.toEpochMilli())
        .executeUpdate();
    return database
        .createQuery("select u from UserRow u where u.subject = :subject", UserRow.class)
        .setParameter("subject", identity.subject())
        .getSingleResult();
  }
}
