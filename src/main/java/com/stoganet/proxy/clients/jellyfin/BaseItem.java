package com.stoganet.proxy.clients.jellyfin;

import java.util.List;
import java.util.Map;

/**
 * The part of Jellyfin's BaseItemDto that is used.
 *
 * <p>Everything may be absent or null; times are units of 100 ns, dates text in several forms.
 */
public class BaseItem {
  public String id;
  public String name;
  public String originalTitle;
  public String sortName;
  public String type;
  public String locationType;

  /** Of a library: movies, tvshows and so on; absent when its content is mixed. */
  public String collectionType;

  /** VideoFile, Iso, Dvd or BluRay. */
  public String videoType;

  /** Whether it is a note about a disc that is kept elsewhere. */
  public Boolean isPlaceHolder;

  /** None when the user may not play anything. */
  public String playAccess;

  public Integer productionYear;
  public String premiereDate;
  public String endDate;

  /** Of a series: Continuing, Ended or Unreleased. */
  public String status;

  public String dateCreated;
  public String overview;
  public List<String> taglines;
  public String officialRating;
  public Double communityRating;
  public Integer indexNumber;
  public Integer indexNumberEnd;
  public Integer parentIndexNumber;
  public Integer childCount;
  public Long runTimeTicks;

  /** How many files the video is in, one after the other; absent for one. */
  public Integer partCount;

  public List<String> genres;
  public List<String> tags;
  public List<Named> studios;
  public List<Trailer> remoteTrailers;
  public List<Person> people;
  public Map<String, String> providerIds;
  public UserData userData;
  public List<Source> mediaSources;
  public List<Chapter> chapters;
  public Integer specialFeatureCount;
  public Integer localTrailerCount;

  /** Trailer, BehindTheScenes and so on; of videos that belong to another item. */
  public String extraType;

  public String seriesId;
  public String seasonId;
  public String seasonName;
  public String seriesName;
  public String seriesPrimaryImageTag;

  public Map<String, String> imageTags;
  public List<String> backdropImageTags;
  public Map<String, Map<String, String>> imageBlurHashes;
  public Double primaryImageAspectRatio;
  public String parentThumbItemId;
  public String parentThumbImageTag;
  public String parentBackdropItemId;
  public List<String> parentBackdropImageTags;

  /** Something that has a name. */
  public static class Named {
    public String name;
  }

  /** A trailer on the internet. */
  public static class Trailer {
    public String url;
    public String name;
  }

  /** A person of the cast or crew. */
  public static class Person {
    public String name;

    /** The character's name. */
    public String role;

    /** Actor, Director, Writer and so on. */
    public String type;
  }

  /** What the user did with the item. */
  public static class UserData {
    public Long playbackPositionTicks;
    public Boolean played;
    public Boolean isFavorite;
    public Integer unplayedItemCount;
    public String lastPlayedDate;
  }

  /** Where a part begins. */
  public static class Chapter {
    public String name;
    public Long startPositionTicks;
  }

  /** One version of a video. */
  public static class Source {
    public String id;
    public String name;

    /** Default, Grouping or Placeholder. */
    public String type;

    /** File, Http and so on. */
    public String protocol;

    public Boolean isRemote;
    public String videoType;
    public Long runTimeTicks;
    public String container;
    public Long size;
    public Long bitrate;
    public List<Stream> mediaStreams;
  }

  /** One track of a version. */
  public static class Stream {
    public Integer index;
    public String type;
    public String codec;
    public String language;
    public String displayTitle;
    public Integer channels;
    public Integer height;
    public String videoRange;
    public String videoRangeType;
    public Boolean isDefault;
    public Boolean isForced;
    public Boolean isHearingImpaired;
    public Boolean isExternal;
    public Boolean isTextSubtitleStream;
  }
}
