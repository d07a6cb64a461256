package com.stoganet.proxy.http.playback;

import com.stoganet.proxy.api.model.PlayTicket;
import com.stoganet.proxy.api.model.SubtitleAddress;
import com.stoganet.proxy.http.edge.JsonBody;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.PlayLinks;
import com.stoganet.proxy.stream.PlayLinks.SubtitleLink;
import com.stoganet.proxy.stream.PlayLinksWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Maps addresses that need no token to the types of the contract. */
@Service
public class PlayLinksMapper implements PlayLinksWriter {

  @Override
  public void write(PlayLinks links, HttpServletResponse response) throws IOException {
    PlayTicket ticket =
        new PlayTicket()
            .url(links.url())
            .expiresIn(links.expiresIn())
            .subtitles(links.subtitles().stream().map(PlayLinksMapper::address).toList());
    JsonBody.write(ticket, response);
  }

  private static SubtitleAddress address(SubtitleLink link) {
    return new SubtitleAddress()
        .index(link.track().index())
        .language(link.track().language())
        .label(link.track().title())
        .url(link.url());
  }
}
