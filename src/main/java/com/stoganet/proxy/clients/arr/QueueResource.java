package com.stoganet.proxy.clients.arr;

import java.util.List;

/**
 * The part of a QueueResource that is used; everything may be absent.
 *
 * <p>Sizes are decimals of .NET and may have fractions.
 */
public class QueueResource {
  public Long id;
  public Integer movieId;
  public Integer seriesId;
  public Integer seasonNumber;
  public EpisodeItem episode;
  public String title;
  public Double size;
  public Double sizeleft;
  public String timeleft;
  public String status;
  public String trackedDownloadState;
  public String trackedDownloadStatus;
  public List<StatusMessage> statusMessages;
  public String errorMessage;
  public String downloadId;

  /** A problem with one file, or with the whole release. */
  public static class StatusMessage {
    public String title;
    public List<String> messages;
  }
}
