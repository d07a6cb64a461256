package com.stoganet.proxy.http.webhooks;

import com.stoganet.proxy.api.WebhooksApi;
import com.stoganet.proxy.availability.WebhookNotifications;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** {@code /webhooks}: notifications from Radarr and Sonarr that something changed. */
@Service
public class WebhooksResource implements WebhooksApi {

  private static final String BASIC = "Basic ";

  private final WebhookNotifications notifications;
  private final Settings settings;
  private final HttpServletRequest request;

  @Inject
  public WebhooksResource(
      WebhookNotifications notifications, Settings settings, HttpServletRequest request) {
    this.notifications = notifications;
    this.settings = settings;
    this.request = request;
  }

  @Override
  public void postWebhooksServer(String server, String secret) {
    String offered = secret == null ? password(request.getHeader("Authorization")) : secret;
    if (!right(offered)) {
      throw ApiException.of(ErrorCode.TOKEN_INVALID, "The secret of the webhook is wrong.");
    }
    notifications.from(server);
  }

  private boolean right(String offered) {
    String expected = settings.backends().webhookSecret();
    return expected != null
        && MessageDigest.isEqual(
            offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** The password of basic authentication; the user name does not matter. */
  private static String password(String authorization) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return "";
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
