package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionCleanupStore;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One connection to SQLite writes, others read: neither waits for the other. */
@ExtendWith(ArquillianExtension.class)
class ReadsBesideWritesIT {

  private static final Instant NOW = Instant.parse("2026-11-28T10:11:12.345Z");
  private static final ClientAddress HOME = new ClientAddress("203.0.113.7", "203.0.113.7");

  /** Well below the time after which a pool, or SQLite, gives up. */
  private static final long PATIENCE_SECONDS = 4;

  private static final int MORE_THAN_CONNECTIONS = 16;
  private static final int WRITERS = 4;
  private static final int READERS = 8;
  private static final int SESSIONS_PER_WRITER = 200;

  /** SQLite copies 4 MB at a time into the database file; written are several times as much. */
  private static final long WAL_BYTES = 12 << 20;

  @Inject private SessionStore sessions;
  @Inject private SessionCleanupStore cleanup;
  @Inject private UserTransaction transaction;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  /** For threads that are busy all the time: of its own the server has few. */
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory factory;

  @Resource(lookup = "jdbc/stoganet")
  private DataSource writer;

  @Resource(lookup = "jdbc/stoganet-reads")
  private DataSource reader;

  @Deployment
  static WebArchive proxy() {
    return RealWar.with(ReadsBesideWritesIT.class);
  }

  @AfterEach
  void removeThoseThatEnded() {
    cleanup.purge(NOW.plusSeconds(1), NOW, NOW);
  }

  @Test
  void given_a_connection_for_reading_when_it_writes_then_sqlite_refuses() throws SQLException {
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("delete from sessions"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("SQLITE_READONLY");
      assertThatThrownBy(() -> statement.executeUpdate("create table other (id text)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("SQLITE_READONLY");
    }
  }

  @Test
  void given_an_open_write_transaction_when_many_read_then_they_see_what_was_before_it()
      throws Exception {
    Session session = opened("before");

    transaction.begin();
    try {
      rename(session, "after");

      assertThat(atOnce(() -> name(session))).containsOnly("before");
    } finally {
      transaction.commit();
    }

    assertThat(atOnce(() -> name(session))).containsOnly("after");
  }

  @Test
  void given_a_transaction_that_wrote_when_it_reads_then_it_sees_what_it_wrote() throws Exception {
    Session session = opened("ends");

    transaction.begin();
    try {
      assertThat(sessions.end(session.id(), Session.End.LOGOUT, NOW)).isTrue();

      assertThat(found(session).alive()).isFalse();
      assertThat(elsewhere(() -> found(session).alive())).isTrue();
    } finally {
      transaction.rollback();
    }

    assertThat(found(session).alive()).isTrue();
  }

  @Test
  void given_a_transaction_that_has_only_read_when_another_writes_then_it_does_not_wait()
      throws Exception {
    Session session = opened("reads");

    transaction.begin();
    try {
      assertThat(found(session).alive()).isTrue();

      assertThat(elsewhere(() -> sessions.end(session.id(), Session.End.LOGOUT, NOW))).isTrue();
      assertThat(sessions.end(session.id(), Session.End.LOGOUT, NOW)).isFalse();
    } finally {
      transaction.commit();
    }
  }

  @Test
  void
      given_people_who_read_all_the_time_when_others_write_then_all_see_it_and_the_wal_stays_small()
          throws Exception {
    Session seen = opened("read all the time");
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(READERS + WRITERS, factory);
    List<Future<Integer>> reads = started(people, READERS, () -> readUntil(over, seen));
    List<Future<Integer>> writes = started(people, WRITERS, this::writeAndRead);
    people.shutdown();
    try {
      for (Future<Integer> each : writes) {
        assertThat(each.get()).isEqualTo(SESSIONS_PER_WRITER);
      }
    } finally {
      over.set(true);
    }
    for (Future<Integer> each : reads) {
      assertThat(each.get()).isPositive();
    }
    assertThat(Files.size(walFile())).isLessThan(WAL_BYTES);
  }

  private int readUntil(AtomicBoolean over, Session seen) {
    int count = 0;
    while (!over.get()) {
      assertThat(found(seen).alive()).isTrue();
      count++;
    }
    return count;
  }

  /** What was committed is there for the next read, whichever connection it is on. */
  private int writeAndRead() {
    int count = 0;
    while (count < SESSIONS_PER_WRITER) {
      Session session = opened("written");
      assertThat(found(session).alive()).isTrue();
      sessions.end(session.id(), Session.End.LOGOUT, NOW);
      assertThat(found(session).alive()).isFalse();
      count++;
    }
    return count;
  }

  private Session opened(String name) {
    Identity identity = new Identity("subject " + name, name, false, "token");
    return sessions.open(
        identity, Device.create("TV", "test"), HOME, RefreshToken.create(NOW), NOW);
  }

  private Session found(Session session) {
    return sessions.find(session.id()).orElseThrow();
  }

  private String name(Session session) {
    return found(session).user().name();
  }

  /** Within the transaction of this thread, on the connection that writes. */
  private void rename(Session session, String name) throws SQLException {
    try (Connection connection = writer.getConnection();
        Statement statement = connection.createStatement()) {
      String user = session.user().id();
      statement.executeUpdate("update users set name = '" + name + "' where id = '" + user + "'");
    }
  }

  private Path walFile() throws SQLException, IOException {
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet file = statement.executeQuery("select file from pragma_database_list")) {
      file.next();
      return Path.of(file.getString(1) + "-wal");
    }
  }

  private <T> T elsewhere(Callable<T> work) throws Exception {
    return threads.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> each : started(threads, MORE_THAN_CONNECTIONS, work)) {
      results.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }

  private static <T> List<Future<T>> started(ExecutorService on, int times, Callable<T> work) {
    return Collections.nCopies(times, work).stream().map(on::submit).toList();
  }
}
