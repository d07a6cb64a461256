package com.stoganet.proxy.arrivals;

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
  public final List<Kept> kept = new ArrayList<>();
  public final List<QueueRow> queue = new ArrayList<>();
  public final List<Offer> offers = new ArrayList<>();
  public final List<KeptEpisode> episodes = new ArrayList<>();
  public final List<Wish> wanted = new ArrayList<>();
  public final List<String> deeds = new ArrayList<>();
  public boolean away;
  public WishRefused refusal;
  public Runnable whenTold = () -> {};
  public final List<CalendarEntry> calendar = new ArrayList<>();

  public ScriptedArr(String name, MediaKind kind) {
    this.name = name;
    this.kind = kind;
  }

  private <T> T answer(T value) {
    if (away) {
      throw ApiException.unavailable("The server cannot answer at present.", null);
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
  public List<Offer> search(String words) {
    return answer(offers.stream().filter(offer -> offer.name().contains(words)).toList());
  }

  @Override
  public Optional<Offer> offer(CatalogId.Tmdb id) {
    return answer(offers.stream().filter(offer -> offer.id().equals(id)).findFirst());
  }

  @Override
  public List<Kept> kept() {
    return answer(List.copyOf(kept));
  }

  @Override
  public Optional<Kept> kept(CatalogId.Tmdb id) {
    return answer(kept.stream().filter(each -> each.id().equals(id)).findFirst());
  }

  @Override
  public List<KeptEpisode> episodes(Kept series) {
    return answer(List.copyOf(episodes));
  }

  @Override
  public List<QueueRow> queue() {
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
  public void want(Wish wish) {
    whenTold.run();
    answer(wish);
    if (refusal != null) {
      throw refusal;
    }
    wanted.add(wish);
  }

  @Override
  public void remove(QueueRow row, boolean blocklist, boolean searchAgain) {
    answer(row);
    deeds.add("remove " + row.row() + " " + blocklist + " " + searchAgain);
  }

  @Override
  public void grab(QueueRow row) {
    answer(row);
    deeds.add("grab " + row.row());
  }

  @Override
  public void lookAtDownloads() {
    deeds.add(answer("look"));
  }
}
