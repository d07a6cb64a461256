package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Asks about the copies of a title, all at the same time. */
public final class Copies {

  /** How many copies of a title are asked about; more would only slow its page down. */
  public static final int MOST = 8;

  private Copies() {}

  /**
   * The answers, in the order of the copies. A copy that is gone is left out, and one that fails as
   * well, so that it does not hide the others.
   *
   * @throws ApiException the first failure when there is no answer at all
   */
  public static <Q, A> List<A> ask(
      List<Q> copies, Function<Q, CompletableFuture<Optional<A>>> question) {
    return Background.await(askSoon(copies, question));
  }

  /** The same before long, without waiting. */
  public static <Q, A> CompletableFuture<List<A>> askSoon(
      List<Q> copies, Function<Q, CompletableFuture<Optional<A>>> question) {
    List<CompletableFuture<Optional<A>>> asked = copies.stream().map(question).toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .handle((unused, failure) -> answers(asked));
  }

  private static <A> List<A> answers(List<CompletableFuture<Optional<A>>> asked) {
    List<A> answers = new ArrayList<>();
    ApiException failure = null;
    for (CompletableFuture<Optional<A>> answer : asked) {
      try {
        Background.await(answer).ifPresent(answers::add);
      } catch (ApiException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (answers.isEmpty() && failure != null) {
      throw failure;
    }
    return answers;
  }
}
