package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.RefreshTokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Keeps the hashes of refresh tokens in the database. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaRefreshTokenStore implements RefreshTokenStore {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SecretBox secrets;
  private final SessionMapper mapper;

  /** For the proxies of CDI only. */
  protected JpaRefreshTokenStore() {
    this(null, null);
  }

  @Inject
  public JpaRefreshTokenStore(SecretBox secrets, SessionMapper mapper) {
    this.secrets = secrets;
    this.mapper = mapper;
  }

  @Override
  public Optional<StoredToken> find(String hash) {
    return Optional.ofNullable(database.find(RefreshTokenRow.class, hash)).flatMap(this::stored);
  }

  @Override
  public boolean rotate(StoredToken token, RefreshToken next, String address, Instant now) {
    // The database lets one of all through who try at the same time.
    int changed =
        database
            .createQuery(
                "update RefreshTokenRow t set t.rotatedAt = :now, t.successor = :successor"
                    + " where t.hash = :hash and t.rotatedAt is null")
            .setParameter("now", now)
            .setParameter("successor", secrets.seal(next.secret(), token.hash()))
            .setParameter("hash", token.hash())
            .executeUpdate();
    if (changed == 0) {
      return false;
    }
    SessionRow session = database.find(SessionRow.class, token.session().id());
    session.seen(address, now);
    database.persist(new RefreshTokenRow(next.hash(), session, now, next.expiresAt()));
    return true;
  }

  private Optional<StoredToken> stored(RefreshTokenRow row) {
    byte[] successor = row.successor();
    return mapper
        .session(row.session())
        .map(
            session ->
                new StoredToken(
                    row.hash(),
                    session,
                    row.expiresAt(),
                    row.rotatedAt(),
                    successor == null ? null : secrets.open(successor, row.hash())));
  }
}
