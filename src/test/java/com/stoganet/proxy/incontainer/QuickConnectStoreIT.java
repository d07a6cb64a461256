package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.ClientOrigin;
import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.IssuedTokens;
import com.stoganet.proxy.auth.QuickConnectAttempt;
import com.stoganet.proxy.auth.QuickConnectStore;
import com.stoganet.proxy.auth.SessionIssuer;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attempts and the sessions they become, in transactions of the real container. */
@ExtendWith(ArquillianExtension.class)
class QuickConnectStoreIT {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
  private static final long MOST = 10;
  private static final int AT_ONCE = 16;

  private static final ClientOrigin HOME =
      new ClientOrigin(new ClientAddress("203.0.113.7", "203.0.113.7"), "test");

  @Inject private QuickConnectStore store;
  @Inject private SessionIssuer issuer;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  @Deployment
  static WebArchive proxy() {
    return RealWar.with(QuickConnectStoreIT.class);
  }

  @BeforeEach
  void empty() {
    store.purge(LATER.plusSeconds(1));
  }

  @Test
  void given_an_attempt_when_found_again_then_everything_is_as_it_was() {
    QuickConnectAttempt attempt = added();

    assertThat(store.find(attempt.id())).contains(attempt);
    assertThat(store.find("unknown")).isEmpty();
  }

  @Test
  void given_an_approved_attempt_when_many_redeem_it_at_once_then_one_session_is_opened()
      throws Exception {
    QuickConnectAttempt attempt = added();

    List<Optional<IssuedTokens>> answers = atOnce(() -> redeem(attempt));

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(store.find(attempt.id())).isEmpty();
    assertThat(sessionsOn(attempt.device())).isEqualTo(1);
  }

  @Test
  void given_a_session_that_cannot_be_opened_when_redeeming_then_the_attempt_is_still_there()
      throws SQLException {
    Device taken = device();
    QuickConnectAttempt before = new QuickConnectAttempt(id(), "secret", taken, NOW, LATER);
    QuickConnectAttempt after = new QuickConnectAttempt(id(), "secret", taken, NOW, LATER);
    store.add(before, MOST);
    store.add(after, MOST);
    assertThat(redeem(before)).isPresent();

    assertThatThrownBy(() -> redeem(after)).isInstanceOf(ApiException.class);

    assertThat(store.find(after.id())).contains(after);
    assertThat(sessionsOn(taken)).isEqualTo(1);
  }

  @Test
  void given_little_room_when_many_begin_at_once_then_there_are_never_more() throws Exception {
    List<Boolean> added = atOnce(() -> store.add(attempt(), MOST));

    assertThat(added).filteredOn(each -> each).hasSize((int) MOST);
    assertThat(store.count()).isEqualTo(MOST);
  }

  private Optional<IssuedTokens> redeem(QuickConnectAttempt attempt) {
    Identity identity = new Identity("subject-qc", "Ada", false, "token");
    return store.redeem(
        attempt.id(),
        () -> Optional.of(issuer.admit(identity, attempt.device(), HOME, "quick_connect")));
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> result : threads.invokeAll(Collections.nCopies(AT_ONCE, work))) {
      results.add(result.get());
    }
    return results;
  }

  private QuickConnectAttempt added() {
    QuickConnectAttempt attempt = attempt();
    assertThat(store.add(attempt, MOST)).isTrue();
    return attempt;
  }

  private static QuickConnectAttempt attempt() {
    return new QuickConnectAttempt(id(), "secret-" + UUID.randomUUID(), device(), NOW, LATER);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static Device device() {
    return Device.create("TV", "test");
  }

  /** Comes last: Liberty keeps the one connection for the rest of the request. */
  private int sessionsOn(Device device) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*) from sessions where device_id = '" + device.id() + "'")) {
      result.next();
      return result.getInt(1);
    }
  }
}
