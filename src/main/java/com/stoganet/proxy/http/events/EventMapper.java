package com.stoganet.proxy.http.events;

import com.stoganet.proxy.api.model.DownloadEndedEvent;
import com.stoganet.proxy.api.model.EventTicket;
import com.stoganet.proxy.api.model.SessionEvent;
import com.stoganet.proxy.api.model.TitleEvent;
import com.stoganet.proxy.events.ClientEvent;
import com.stoganet.proxy.events.EventAddress;
import com.stoganet.proxy.events.EventSerializer;
import com.stoganet.proxy.events.EventTicketWriter;
import com.stoganet.proxy.http.downloads.DownloadMapper;
import com.stoganet.proxy.http.edge.JsonBody;
import com.stoganet.proxy.http.library.StatusMapper;
import com.stoganet.proxy.http.requests.RequestMapper;
import com.stoganet.proxy.shared.Service;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Maps live updates to the types of the contract. */
@Service
public class EventMapper implements EventSerializer, EventTicketWriter {

  @Override
  public String json(ClientEvent event) {
    return JsonBody.text(body(event));
  }

  private static Object body(ClientEvent event) {
    if (event instanceof ClientEvent.LibraryChanged) {
      return Map.of();
    }
    if (event instanceof ClientEvent.SessionOpened opened) {
      return new SessionEvent()
          .sessionId(opened.session().sessionId())
          .deviceLabel(opened.session().deviceLabel());
    }
    if (event instanceof ClientEvent.SessionClosed closed) {
      return new SessionEvent().sessionId(closed.session().sessionId());
    }
    if (event instanceof ClientEvent.TitleStatusChanged title) {
      return new TitleEvent()
          .id(title.id().toString())
          .state(StatusMapper.state(title.status()))
          .status(StatusMapper.status(title.status()));
    }
    if (event instanceof ClientEvent.DownloadChanged changed) {
      return DownloadMapper.download(changed.download());
    }
    if (event instanceof ClientEvent.DownloadEnded ended) {
      return new DownloadEndedEvent().id(ended.id());
    }
    if (event instanceof ClientEvent.RequestUpdated updated) {
      return RequestMapper.request(updated.request());
    }
    throw new IllegalArgumentException("There is no body for " + event.getClass());
  }

  @Override
  public void write(EventAddress address, HttpServletResponse response) throws IOException {
    JsonBody.write(new EventTicket().url(address.url()).expiresIn(address.expiresIn()), response);
  }
}
