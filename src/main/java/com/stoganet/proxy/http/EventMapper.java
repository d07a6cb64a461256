package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.DownloadEndedEvent;
import com.stoganet.proxy.api.model.EventTicket;
import com.stoganet.proxy.api.model.SessionEvent;
import com.stoganet.proxy.api.model.TitleEvent;
import com.stoganet.proxy.arrivals.Download;
import com.stoganet.proxy.arrivals.DownloadEnded;
import com.stoganet.proxy.arrivals.TitleMoved;
import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.events.EventAddress;
import com.stoganet.proxy.events.EventTicketAnswer;
import com.stoganet.proxy.events.Happening;
import com.stoganet.proxy.events.Wording;
import com.stoganet.proxy.requests.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Puts live updates into the words of the contract. */
@ApplicationScoped
public class EventMapper implements Wording, EventTicketAnswer {

  @Override
  public String json(Happening happening) {
    return JsonBody.text(words(happening.subject()));
  }

  private static Object words(Object subject) {
    if (subject == null) {
      return Map.of();
    }
    if (subject instanceof SessionStarted session) {
      return new SessionEvent().sessionId(session.sessionId()).deviceLabel(session.deviceLabel());
    }
    if (subject instanceof SessionEnded session) {
      return new SessionEvent().sessionId(session.sessionId());
    }
    if (subject instanceof TitleMoved title) {
      return new TitleEvent()
          .id(title.id().toString())
          .state(StatusMapper.state(title.state()))
          .status(StatusMapper.status(title.state()));
    }
    if (subject instanceof Download download) {
      return DownloadMapper.download(download);
    }
    if (subject instanceof DownloadEnded ended) {
      return new DownloadEndedEvent().id(ended.id());
    }
    if (subject instanceof Request request) {
      return RequestMapper.request(request, null);
    }
    throw new IllegalArgumentException("There are no words for " + subject.getClass());
  }

  @Override
  public void write(EventAddress address, HttpServletResponse response) throws IOException {
    JsonBody.write(new EventTicket().url(address.url()).expiresIn(address.expiresIn()), response);
  }
}
