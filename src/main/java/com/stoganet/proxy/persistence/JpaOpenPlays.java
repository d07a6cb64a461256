package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.playback.OpenPlay;
import com.stoganet.proxy.playback.OpenPlays;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps in the database what plays at the moment. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaOpenPlays implements OpenPlays {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SessionMapper mapper;

  /** For the proxies of CDI only. */
  protected JpaOpenPlays() {
    this(null);
  }

  @Inject
  public JpaOpenPlays(SessionMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<OpenPlay> of(String sessionId) {
    return Optional.ofNullable(database.find(OpenPlayRow.class, sessionId)).map(OpenPlayRow::play);
  }

  @Override
  public Optional<OpenPlay> newer(String userId, OpenPlay play) {
    return database
        .createQuery(
            "select p from OpenPlayRow p, SessionRow s where s.id = p.sessionId"
                + " and s.user.id = :user and p.item = :item and p.heardAt > :heard"
                + " order by p.heardAt desc",
            OpenPlayRow.class)
        .setParameter("user", userId)
        .setParameter("item", play.item().hex())
        .setParameter("heard", play.heardAt())
        .setMaxResults(1)
        .getResultStream()
        .map(OpenPlayRow::play)
        .findFirst();
  }

  @Override
  public void put(OpenPlay play) {
    // In one statement: two reports of a player may arrive at once.
    database
        .createNativeQuery(
            "insert into open_plays (session_id, item, source, position_ms, telling,"
                + " watched_before, heard_at, begun_at, claimed_until)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)"
                + " on conflict (session_id) do update set item = excluded.item,"
                + " source = excluded.source, position_ms = excluded.position_ms,"
                + " telling = excluded.telling, watched_before = excluded.watched_before,"
                + " heard_at = excluded.heard_at, begun_at = excluded.begun_at,"
                + " claimed_until = 0")
        .setParameter(1, play.sessionId())
        .setParameter(2, play.item().hex())
        .setParameter(3, play.source().hex())
        .setParameter(4, play.positionMillis())
        .setParameter(5, play.telling().name())
        .setParameter(6, play.watchedBefore())
        .setParameter(7, play.heardAt().toEpochMilli())
        .setParameter(8, play.begunAt().toEpochMilli())
        .executeUpdate();
  }

  @Override
  public void remove(OpenPlay play) {
    database
        .createQuery("delete from OpenPlayRow p where p.sessionId = :id and p.heardAt = :heard")
        .setParameter("id", play.sessionId())
        .setParameter("heard", play.heardAt())
        .executeUpdate();
  }

  @Override
  public List<Claim> claim(Instant silentSince, Instant now, Instant until, int limit) {
    return database
        .createQuery(
            "select p from OpenPlayRow p where p.heardAt < :silent and p.claimedUntil < :now"
                + " order by p.heardAt",
            OpenPlayRow.class)
        .setParameter("silent", silentSince)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(OpenPlayRow::play)
        .filter(play -> claimed(play, now, until))
        .map(this::withCaller)
        .toList();
  }

  /** Unless its player has been heard again, or another proxy was faster. */
  private boolean claimed(OpenPlay play, Instant now, Instant until) {
    return database
            .createQuery(
                "update OpenPlayRow p set p.claimedUntil = :until where p.sessionId = :id"
                    + " and p.heardAt = :heard and p.claimedUntil < :now")
            .setParameter("until", until)
            .setParameter("id", play.sessionId())
            .setParameter("heard", play.heardAt())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<Claim> find(String sessionId) {
    return of(sessionId).map(this::withCaller);
  }

  private Claim withCaller(OpenPlay play) {
    Optional<Session> session =
        Optional.ofNullable(database.find(SessionRow.class, play.sessionId()))
            .flatMap(mapper::session)
            .filter(found -> !found.providerToken().isEmpty());
    return new Claim(play, session.map(JpaOpenPlays::caller));
  }

  private static Caller caller(Session session) {
    return new Caller(
        session.id(),
        session.user().id(),
        session.user().subject(),
        session.user().administrator(),
        session.providerToken());
  }
}
