package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.config.RequestRules;
import com.stoganet.proxy.config.RequestRules.Rule;
import com.stoganet.proxy.config.RequestRules.Verdict;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** Chooses the rule for a user: administrator, unrestricted, or limited in any way by Jellyfin. */
@Service
public class RequestPolicy {

  private static final Rule FREE = new Rule(Verdict.APPROVED, 0, 1);

  private final RequestRules rules;
  private final RatingCap ratings;
  private final RequestServer requestServer;

  /**
   * The rule for a user.
   *
   * @param limits which ratings the user may see, among others
   */
  public record Terms(Rule rule, Restrictions limits) {

    /** Whether the user may make requests. */
    boolean mayAsk() {
      return rule.verdict() != Verdict.FORBIDDEN;
    }

    /** The terms for a title whose rating does not matter. */
    Terms withoutRating() {
      return new Terms(rule, Restrictions.NONE);
    }

    /** Whether an administrator has to decide. */
    public boolean needsApproval() {
      return rule.verdict() == Verdict.NEEDS_APPROVAL;
    }
  }

  @Inject
  public RequestPolicy(Settings settings, RatingCap ratings, RequestServer requestServer) {
    this.rules = settings.requestRules();
    this.ratings = ratings;
    this.requestServer = requestServer;
  }

  /**
   * The terms for the caller. With a request server, its own rules decide.
   *
   * @throws com.stoganet.proxy.shared.ApiException when Jellyfin does not report how the user is
   *     limited
   */
  public Terms of(Caller caller) {
    Restrictions limits = ratings.of(caller);
    if (caller.administrator() || requestServer.configured()) {
      return new Terms(FREE, limits);
    }
    return new Terms(limits.any() ? rules.restricted() : rules.users(), limits);
  }
}
