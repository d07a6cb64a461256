package com.stoganet.proxy.http;

import com.stoganet.proxy.api.DownloadsApi;
import com.stoganet.proxy.api.model.DownloadListResponse;
import com.stoganet.proxy.arrivals.Download;
import com.stoganet.proxy.arrivals.Downloads;
import com.stoganet.proxy.auth.Acts;
import com.stoganet.proxy.auth.Audit;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** {@code /downloads}: what is on its way. */
@ApplicationScoped
public class DownloadsResource implements DownloadsApi {

  private final Downloads downloads;
  private final Acts acts;
  private final CurrentCaller caller;
  private final CurrentOrigin origin;

  /** For the proxies of CDI only. */
  protected DownloadsResource() {
    this(null, null, null, null);
  }

  @Inject
  public DownloadsResource(
      Downloads downloads, Acts acts, CurrentCaller caller, CurrentOrigin origin) {
    this.downloads = downloads;
    this.acts = acts;
    this.caller = caller;
    this.origin = origin;
  }

  @Override
  public DownloadListResponse getDownloads() {
    return DownloadMapper.list(downloads.of(caller.get()));
  }

  @Override
  public void postDownloadsDownloadIdPause(String downloadId) {
    act(Audit.Event.DOWNLOAD_PAUSED, () -> downloads.pause(downloadId));
  }

  @Override
  public void postDownloadsDownloadIdResume(String downloadId) {
    act(Audit.Event.DOWNLOAD_RESUMED, () -> downloads.resume(downloadId));
  }

  @Override
  public void postDownloadsDownloadIdGrab(String downloadId) {
    act(Audit.Event.DOWNLOAD_GRABBED, () -> downloads.grab(downloadId));
  }

  @Override
  public void deleteDownloadsDownloadId(String downloadId, Boolean blocklist, Boolean search) {
    act(Audit.Event.DOWNLOAD_REMOVED, () -> downloads.remove(downloadId, blocklist, search));
  }

  private void act(Audit.Event event, Supplier<Download> deed) {
    Caller administrator = caller.administrator();
    Download download = deed.get();
    String title = download.title().map(id -> " " + id).orElse("");
    acts.note(administrator, origin.get(), event, download.id() + title);
  }
}
