package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.PlayTicket;
import com.stoganet.proxy.api.model.SubtitleAddress;
import com.stoganet.proxy.stream.PlayLinks;
import com.stoganet.proxy.stream.PlayLinks.SubtitleLink;
import com.stoganet.proxy.stream.PlayLinksAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts addresses that need no token into the words of the contract. */
@ApplicationScoped
public class PlayLinksMapper implements PlayLinksAnswer {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public void write(PlayLinks links, HttpServletResponse response) throws IOException {
    PlayTicket ticket =
        new PlayTicket()
            .url(links.url())
            .expiresIn(links.expiresIn())
            .subtitles(links.subtitles().stream().map(PlayLinksMapper::address).toList());
    byte[] body = JSON.toJson(ticket).getBytes(StandardCharsets.UTF_8);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static SubtitleAddress address(SubtitleLink link) {
    return new SubtitleAddress()
        .index(link.track().index())
        .language(link.track().language())
        .label(link.track().title())
        .url(link.url());
  }
}
