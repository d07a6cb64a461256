package com.stoganet.proxy.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.availability.QueueItems;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.events.ClientEvent;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventMapperTest {

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);

  private final EventMapper mapper = new EventMapper();

  @Test
  void given_what_can_happen_when_told_then_it_is_an_object_on_one_line() {
    assertThat(mapper.json(new ClientEvent.LibraryChanged())).isEqualTo("{}");
    assertThat(opened("TV\n\"of\" Ada"))
        .isEqualTo("{\"device_label\":\"TV\\n\\\"of\\\" Ada\",\"session_id\":\"s1\"}");
    assertThat(mapper.json(new ClientEvent.SessionClosed(new SessionEnded("s1", "u1"))))
        .isEqualTo("{\"session_id\":\"s1\"}");
  }

  @Test
  void given_every_kind_of_event_when_told_then_it_has_a_body() {
    Map<Class<?>, ClientEvent> events =
        Map.of(
            ClientEvent.LibraryChanged.class,
            new ClientEvent.LibraryChanged(),
            ClientEvent.SessionOpened.class,
            new ClientEvent.SessionOpened(new SessionStarted("s1", "u1", "TV")),
            ClientEvent.SessionClosed.class,
            new ClientEvent.SessionClosed(new SessionEnded("s1", "u1")),
            ClientEvent.TitleStatusChanged.class,
            new ClientEvent.TitleStatusChanged(
                FILM, TitleStatus.of(TitleStage.PLAYABLE), caller -> true),
            ClientEvent.DownloadChanged.class,
            new ClientEvent.DownloadChanged(download(), caller -> true),
            ClientEvent.DownloadEnded.class,
            new ClientEvent.DownloadEnded("radarr-1", caller -> true),
            ClientEvent.RequestUpdated.class,
            new ClientEvent.RequestUpdated(request()));

    assertThat(events.keySet())
        .containsExactlyInAnyOrder(ClientEvent.class.getPermittedSubclasses());
    assertThat(events.values())
        .allSatisfy(event -> assertThat(mapper.json(event)).matches("\\{[^\\n]*}"));
  }

  private String opened(String deviceLabel) {
    return mapper.json(new ClientEvent.SessionOpened(new SessionStarted("s1", "u1", deviceLabel)));
  }

  private static Download download() {
    return Download.of(
        "radarr",
        List.of(QueueItems.movie(7, QueueItem.Phase.DOWNLOADING)),
        Optional.empty(),
        null);
  }

  private static Request request() {
    return new Request(
        "r1",
        new Request.Asker("u1", "j1", "Ada"),
        RequestedScope.of(FILM),
        "Film",
        "radarr",
        Optional.empty(),
        1,
        Request.Status.PENDING,
        "",
        Instant.EPOCH,
        Optional.empty());
  }
}
