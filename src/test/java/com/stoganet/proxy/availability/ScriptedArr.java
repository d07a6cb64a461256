package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that says what a test tells it to. */
public final class ScriptedArr implements Arr {

  private final String name;
  private final MediaKind kind;
  public final List<ArrTitle> titles = new ArrayList<>();
  public final List<QueueItem> queue = new ArrayList<>();
  public final List<LookupResult> results = new ArrayList<>();
  public final List<ArrEpisode> episodes = new ArrayList<>();
  public final List<RequestedScope> wanted = new ArrayList<>();
  public final List<String> deeds = new ArrayList<>();
  public boolean away;
  public RequestRejectedException refusal;
  public Runnable whenTold = () -> {};
  public final List<CalendarEntry> calendar = new ArrayList<>();

  public ScriptedArr(String name, MediaKind kind) {
    this.name = name;
    this.kind = kind;
  }

  private <T> T answer(T value) {
    if (away) {
      throw ApiException.unavailable("The server is temporarily unavailable.", null);
    }
    return value;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MediaKind kind() {
    return kind;
  }

  @Override
  public List<LookupResult> search(String words) {
    return answer(results.stream().filter(result -> result.name().contains(words)).toList());
  }

  @Override
  public Optional<LookupResult> lookup(CatalogId.Tmdb id) {
    return answer(results.stream().filter(result -> result.id().equals(id)).findFirst());
  }

  @Override
  public List<ArrTitle> titles() {
    return answer(List.copyOf(titles));
  }

  @Override
  public Optional<ArrTitle> title(CatalogId.Tmdb id) {
    return answer(titles.stream().filter(each -> each.id().equals(id)).findFirst());
  }

  @Override
  public List<ArrEpisode> episodes(ArrTitle series) {
    return answer(List.copyOf(episodes));
  }

  @Override
  public List<QueueItem> queue() {
    return answer(List.copyOf(queue));
  }

  @Override
  public List<CalendarEntry> calendar(LocalDate first, LocalDate last) {
    return answer(
        calendar.stream()
            .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
            .toList());
  }

  @Override
  public void monitor(RequestedScope scope) {
    whenTold.run();
    answer(scope);
    if (refusal != null) {
      throw refusal;
    }
    wanted.add(scope);
  }

  @Override
  public void remove(QueueItem row, boolean blocklist, boolean searchAgain) {
    answer(row);
    deeds.add("remove " + row.row() + " " + blocklist + " " + searchAgain);
  }

  @Override
  public void grab(QueueItem row) {
    answer(row);
    deeds.add("grab " + row.row());
  }

  @Override
  public void refreshMonitoredDownloads() {
    deeds.add(answer("look"));
  }
}
