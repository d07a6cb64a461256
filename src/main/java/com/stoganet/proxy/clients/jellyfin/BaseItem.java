package com.stoganet.proxy.clients.jellyfin;

import java.util.List;
import java.util.Map;

/** The part of Jellyfin's BaseItemDto that is used; Jellyfin leaves out what is null. */
public class BaseItem {
  public String id;
  public String name;
  public String type;
  public String locationType;
  public Integer productionYear;
  public String premiereDate;
  public String overview;
  public Integer indexNumber;
  public Integer parentIndexNumber;
  public Integer childCount;

  /** Units of 100 ns. */
  public Long runTimeTicks;

  public List<String> genres;
  public List<Person> people;
  public Map<String, String> providerIds;
  public UserData userData;
  public List<Source> mediaSources;

  /** Somebody who took part. */
  public static class Person {
    public String name;

    /** The character's name. */
    public String role;

    /** Actor, Director, Writer and so on. */
    public String type;
  }

  /** What the user did with the item. */
  public static class UserData {
    /** Units of 100 ns. */
    public long playbackPositionTicks;

    public boolean played;
  }

  /** One version of a video. */
  public static class Source {
    public String id;
    public String container;
    public List<Stream> mediaStreams;
  }

  /** One track of a version. */
  public static class Stream {
    public int index;
    public String type;
    public String codec;
    public String language;
    public String displayTitle;
    public boolean isDefault;
    public boolean isForced;
    public boolean isExternal;
    public boolean isTextSubtitleStream;
  }
}
