package com.stoganet.proxy.http.downloads;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.api.DownloadsApi;
import com.stoganet.proxy.api.model.DownloadListResponse;
import com.stoganet.proxy.auth.AdminAudit;
import com.stoganet.proxy.downloads.DownloadAction;
import com.stoganet.proxy.downloads.Downloads;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.http.edge.CurrentOrigin;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.function.Function;

/** {@code /downloads}: downloads in progress. */
@Service
public class DownloadsResource implements DownloadsApi {

  private final Downloads downloads;
  private final AdminAudit audit;
  private final CurrentCaller caller;
  private final CurrentOrigin origin;

  @Inject
  public DownloadsResource(
      Downloads downloads, AdminAudit audit, CurrentCaller caller, CurrentOrigin origin) {
    this.downloads = downloads;
    this.audit = audit;
    this.caller = caller;
    this.origin = origin;
  }

  @Override
  public DownloadListResponse getDownloads() {
    return DownloadMapper.list(downloads.of(caller.get()));
  }

  @Override
  public void postDownloadsDownloadIdPause(String downloadId) {
    act(
        DownloadAction.DOWNLOAD_PAUSED,
        administrator -> downloads.pause(administrator, downloadId));
  }

  @Override
  public void postDownloadsDownloadIdResume(String downloadId) {
    act(
        DownloadAction.DOWNLOAD_RESUMED,
        administrator -> downloads.resume(administrator, downloadId));
  }

  @Override
  public void postDownloadsDownloadIdGrab(String downloadId) {
    act(
        DownloadAction.DOWNLOAD_GRABBED,
        administrator -> downloads.grab(administrator, downloadId));
  }

  @Override
  public void deleteDownloadsDownloadId(String downloadId, Boolean blocklist, Boolean search) {
    act(
        DownloadAction.DOWNLOAD_REMOVED,
        administrator -> downloads.remove(administrator, downloadId, blocklist, search));
  }

  private void act(DownloadAction action, Function<Caller, Download> deed) {
    Caller administrator = caller.get();
    Download download = deed.apply(administrator);
    String title = download.title().map(id -> " " + id).orElse("");
    audit.write(administrator, origin.get(), action, download.id() + title);
  }
}
