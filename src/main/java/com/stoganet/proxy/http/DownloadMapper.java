package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.Download;
import com.stoganet.proxy.api.model.DownloadListResponse;
import com.stoganet.proxy.arrivals.Downloads;
import com.stoganet.proxy.arrivals.Stage;
import java.time.Duration;

/** Writes downloads in the words of the contract. */
final class DownloadMapper {

  private DownloadMapper() {}

  static DownloadListResponse list(Downloads.Listing listing) {
    return new DownloadListResponse()
        .downloads(listing.downloads().stream().map(DownloadMapper::download).toList())
        .partial(listing.partial());
  }

  static Download download(com.stoganet.proxy.arrivals.Download download) {
    return new Download()
        .id(download.id())
        .titleId(download.title().map(Object::toString).orElse(null))
        .title(download.name())
        .type(download.title().map(id -> TitleMapper.type(id.kind())).orElse(null))
        .server(download.server())
        .release(download.release())
        .episodes(RequestMapper.episodes(download.episodes()))
        .percent(StatusMapper.tenths(download.percent()))
        .size(Math.round(download.size()))
        .left(Math.round(download.left()))
        .etaSeconds(
            download.complete() ? null : download.timeLeft().map(Duration::toSeconds).orElse(null))
        .speed(StatusMapper.orNull(download.speed()))
        .stage(StatusMapper.stage(download.complete() ? Stage.IMPORTING : Stage.DOWNLOADING))
        .problem(download.problem().map(StatusMapper::problem).orElse(null))
        .reason(download.reason().isEmpty() ? null : download.reason());
  }
}
