package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CDI, JPA, transactions and migrations as the real container runs them. */
@ExtendWith(ArquillianExtension.class)
class SessionStoreIT {

  private static final Instant NOW = Instant.parse("2026-11-23T10:11:12.345Z");

  private static final ClientAddress HOME = new ClientAddress("203.0.113.7", "203.0.113.7");

  @Inject private SessionStore sessions;

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  @Deployment
  static WebArchive proxy() {
    return RealWar.with(SessionStoreIT.class);
  }

  @Test
  void given_a_sign_in_when_found_again_then_everything_is_as_it_was() {
    Device device = device();
    Session opened = sessions.open(identity("subject-1", "Ada"), device, HOME, token(), NOW);

    assertThat(sessions.find(opened.id())).contains(opened);
    assertThat(opened.device()).isEqualTo(device);
    assertThat(opened.providerToken()).isEqualTo("token-of-subject-1");
    assertThat(sessions.find("unknown")).isEmpty();
  }

  @Test
  void given_a_known_user_when_signing_in_again_then_it_stays_one_user_with_the_newest_name()
      throws SQLException {
    Session first = sessions.open(identity("subject-2", "Bob"), device(), HOME, token(), NOW);
    Session second = sessions.open(identity("subject-2", "Bobby"), device(), HOME, token(), NOW);

    assertThat(second.user().id()).isEqualTo(first.user().id());
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(sessions.find(first.id()))
        .hasValueSatisfying(session -> assertThat(session.user().name()).isEqualTo("Bobby"));
    assertThat(count("users where subject = 'subject-2'")).isEqualTo(1);
  }

  @Test
  void given_a_failure_in_the_middle_when_signing_in_then_nothing_of_it_is_kept()
      throws SQLException {
    Device taken = device();
    sessions.open(identity("subject-3", "Cy"), taken, HOME, token(), NOW);

    assertThatThrownBy(() -> sessions.open(identity("subject-4", "Di"), taken, HOME, token(), NOW))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE));

    assertThat(count("users where subject = 'subject-4'")).isZero();
  }

  @Test
  void given_the_database_when_looked_at_then_values_are_plain_and_migrations_ran_once()
      throws SQLException {
    Session session = sessions.open(identity("subject-5", "Eve"), device(), HOME, token(), NOW);

    assertThat(
            text(
                "select typeof(created_at) || created_at from sessions where id = '"
                    + session.id()
                    + "'"))
        .isEqualTo("integer" + NOW.toEpochMilli());
    assertThat(
            text(
                "select typeof(administrator) || administrator from users where subject ="
                    + " 'subject-5'"))
        .isEqualTo("integer1");
    assertThat(count("flyway_schema_history where version = '001' and success = 1")).isEqualTo(1);
    assertThat(text("pragma journal_mode")).isEqualTo("wal");
    assertThat(text("pragma foreign_keys")).isEqualTo("1");
    assertThat(text("pragma busy_timeout")).isEqualTo("5000");
  }

  private int count(String rows) throws SQLException {
    return Integer.parseInt(text("select count(*) from " + rows));
  }

  private String text(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getString(1);
    }
  }

  private static Identity identity(String subject, String name) {
    return new Identity(subject, name, true, "token-of-" + subject);
  }

  private static Device device() {
    return Device.create("TV", "test");
  }

  private static RefreshToken token() {
    return RefreshToken.create(NOW);
  }
}
