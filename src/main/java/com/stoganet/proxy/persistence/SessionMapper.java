package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.User;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes sessions of rows. */
@Service
public class SessionMapper {

  private static final Log LOG = Log.of(SessionMapper.class);

  private final SecretBox secrets;

  @Inject
  public SessionMapper(SecretBox secrets) {
    this.secrets = secrets;
  }

  /** The session; empty when its secret was sealed with a key that is gone: as good as ended. */
  Optional<Session> session(SessionRow row) {
    try {
      UserRow user = row.user();
      return Optional.of(
          new Session(
              row.id(),
              new User(user.id(), user.subject(), user.name(), user.administrator()),
              row.device(),
              providerToken(row),
              row.usage(),
              row.endReason()));
    } catch (IllegalStateException e) {
      LOG.warn("The secret of session " + row.id() + " does not open: was the key changed?");
      return Optional.empty();
    }
  }

  /** Nothing, when the session is over and the provider knows. */
  private String providerToken(SessionRow row) {
    byte[] sealed = row.providerToken();
    return sealed.length == 0 ? "" : secrets.open(sealed, row.id());
  }
}
