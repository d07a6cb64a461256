package com.stoganet.proxy.http.downloads;

import com.stoganet.proxy.api.model.Download;
import com.stoganet.proxy.api.model.DownloadListResponse;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.downloads.Downloads;
import com.stoganet.proxy.http.library.EpisodeMapper;
import com.stoganet.proxy.http.library.StatusMapper;
import com.stoganet.proxy.http.library.TitleMapper;
import java.time.Duration;

/** Writes downloads in the words of the contract. */
public final class DownloadMapper {

  private DownloadMapper() {}

  static DownloadListResponse list(Downloads.Listing listing) {
    return new DownloadListResponse()
        .downloads(listing.downloads().stream().map(DownloadMapper::download).toList())
        .partial(listing.partial());
  }

  public static Download download(com.stoganet.proxy.acquisition.Download download) {
    return new Download()
        .id(download.id())
        .titleId(download.title().map(Object::toString).orElse(null))
        .title(download.name())
        .type(download.title().map(id -> TitleMapper.type(id.kind())).orElse(null))
        .server(download.server())
        .release(download.release())
        .episodes(EpisodeMapper.numbers(download.episodes()))
        .percent(StatusMapper.tenths(download.percent()))
        .size(Math.round(download.size()))
        .left(Math.round(download.left()))
        .etaSeconds(
            download.complete() ? null : download.timeLeft().map(Duration::toSeconds).orElse(null))
        .speed(StatusMapper.orNull(download.speed()))
        .stage(
            StatusMapper.stage(download.complete() ? TitleStage.IMPORTING : TitleStage.DOWNLOADING))
        .problem(download.problem().map(StatusMapper::problem).orElse(null))
        .reason(download.reason().isEmpty() ? null : download.reason());
  }
}
