package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

class OpenStreamChecksTest {

  private static final ClientAddress HOME = new ClientAddress("192.168.0.7", "192.168.0.7", true);
  private static final JellyfinId FILM = JellyfinId.parse("01".repeat(16)).orElseThrow();
  private static final JellyfinId OTHER = JellyfinId.parse("02".repeat(16)).orElseThrow();

  private final Map<String, ApiException> sessions = new HashMap<>();
  private final Map<JellyfinId, ApiException> items = new HashMap<>();
  private final Set<JellyfinId> notToPlay = new HashSet<>();
  private final List<String> questions = new ArrayList<>();
  private final OpenStreams streams =
      new OpenStreams(Settings.read(name -> Optional.empty()), new StreamMetrics(noRegistry()));
  private final OpenStreamChecks checks =
      new OpenStreamChecks(
          streams, new Sessions(), new StreamAuthorization(source(), null, new AtOnce()), null);

  @Test
  void given_streams_when_nothing_changed_then_they_go_on_and_little_is_asked_R19() {
    Flow one = open("tv", FILM);
    Flow two = open("tv", FILM);

    checks.check();

    assertThat(List.of(one.closed, two.closed)).containsOnly(false);
    assertThat(questions).containsExactly("session tv", "item " + FILM.hex());
  }

  @Test
  void
      given_a_session_that_another_proxy_or_jellyfin_ended_when_checked_then_its_streams_end_R19() {
    Flow ended = open("tv", FILM);
    Flow other = open("phone", FILM);
    sessions.put("tv", ApiException.sessionExpired());

    checks.check();

    assertThat(ended.closed).isTrue();
    assertThat(other.closed).isFalse();
  }

  @Test
  void given_an_item_that_is_hidden_now_when_checked_then_only_its_streams_end_R19() {
    Flow hidden = open("tv", FILM);
    Flow other = open("tv", OTHER);
    items.put(FILM, ApiException.itemNotFound());

    checks.check();

    assertThat(hidden.closed).isTrue();
    assertThat(other.closed).isFalse();
  }

  @Test
  void given_a_user_who_may_not_play_any_more_when_checked_then_the_stream_ends_R20() {
    Flow flow = open("tv", FILM);
    notToPlay.add(FILM);

    checks.check();

    assertThat(flow.closed).isTrue();
  }

  @Test
  void given_another_copy_that_is_sent_when_it_is_hidden_then_the_stream_ends_R19() {
    OpenStream stream = enter("tv", FILM);
    Flow flow = new Flow();
    stream.sends(OTHER);
    stream.reads(flow);
    items.put(OTHER, ApiException.itemNotFound());

    checks.check();

    assertThat(flow.closed).isTrue();
  }

  @Test
  void given_a_jellyfin_that_does_not_answer_when_checked_then_nothing_ends_R19() {
    Flow flow = open("tv", FILM);
    items.put(FILM, ApiException.unavailable("away", null));

    assertThatThrownBy(checks::check).isInstanceOf(ApiException.class);

    assertThat(flow.closed).isFalse();
  }

  private Flow open(String session, JellyfinId item) {
    Flow flow = new Flow();
    enter(session, item).reads(flow);
    return flow;
  }

  private OpenStream enter(String session, JellyfinId item) {
    return streams.enter(new Caller(session, "ada", "j-ada", false, "secret"), HOME, item);
  }

  private MediaSource source() {
    return (MediaSource)
        Proxy.newProxyInstance(
            MediaSource.class.getClassLoader(),
            new Class<?>[] {MediaSource.class},
            (self, method, arguments) -> find((JellyfinId) arguments[1]));
  }

  private MediaSource.MediaItem find(JellyfinId id) {
    questions.add("item " + id.hex());
    if (items.containsKey(id)) {
      throw items.get(id);
    }
    Optional<Unplayable> problem =
        notToPlay.contains(id) ? Optional.of(Unplayable.NOT_ALLOWED) : Optional.empty();
    MediaSource.MediaFile file =
        new MediaSource.MediaFile(id, id, "mkv", false, Optional.empty(), List.of());
    return new MediaSource.MediaItem(id, "", List.of(file), 0, problem);
  }

  private static MetricRegistry noRegistry() {
    return (MetricRegistry)
        Proxy.newProxyInstance(
            MetricRegistry.class.getClassLoader(),
            new Class<?>[] {MetricRegistry.class},
            (self, method, arguments) -> null);
  }

  /** Knows which sessions are over. */
  private final class Sessions extends CallerResolver {

    Sessions() {
      super(null, null, null, null, null, null);
    }

    @Override
    public Caller confirmed(Caller caller, ClientAddress from) {
      questions.add("session " + caller.sessionId());
      if (sessions.containsKey(caller.sessionId())) {
        throw sessions.get(caller.sessionId());
      }
      return caller;
    }
  }

  /** Work beside a request is done at once. */
  private static final class AtOnce extends Background {
    @Override
    public void execute(Runnable work) {
      work.run();
    }
  }

  /** Bytes that never come. */
  private static final class Flow implements MediaSource.Upstream {
    private boolean closed;

    @Override
    public MediaSource.FileFacts facts() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ByteRange.Span> part() {
      return Optional.empty();
    }

    @Override
    public int read(byte[] buffer, int length) {
      return 0;
    }

    @Override
    public void await() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
