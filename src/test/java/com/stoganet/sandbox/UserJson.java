package com.stoganet.sandbox;

import java.util.List;
import java.util.Optional;

/** Writes users, sessions and the answer to a sign-in. */
final class UserJson {
  private final ServerState server;

  UserJson(ServerState server) {
    this.server = server;
  }

  Dto authentication(DeviceToken device) {
    return new Dto()
        .put("User", user(device.account()))
        .put("SessionInfo", session(device))
        .put("AccessToken", device.token())
        .put("ServerId", server.serverId);
  }

  Dto user(Account account) {
    return new Dto()
        .put("Name", account.name())
        .put("ServerId", server.serverId)
        .put("Id", account.id())
        .put("PrimaryImageTag", Artwork.tag(account.id(), "Primary"))
        .put("HasPassword", account.hasPassword())
        .put("HasConfiguredPassword", account.hasPassword())
        .put("HasConfiguredEasyPassword", false)
        .put("EnableAutoLogin", false)
        .put("LastLoginDate", account.lastLogin())
        .put("LastActivityDate", account.lastLogin())
        .put("Configuration", configuration(account))
        .put("Policy", policy(account));
  }

  private static Dto configuration(Account account) {
    return new Dto()
        .put("PlayDefaultAudioTrack", true)
        .put("SubtitleLanguagePreference", "")
        .put("DisplayMissingEpisodes", account.displayMissingEpisodes())
        .put("GroupedFolders", List.of())
        .put("SubtitleMode", "Default")
        .put("DisplayCollectionsView", false)
        .put("EnableLocalPassword", false)
        .put("OrderedViews", List.of())
        .put("LatestItemsExcludes", List.of())
        .put("MyMediaExcludes", List.of())
        .put("HidePlayedInLatest", true)
        .put("RememberAudioSelections", true)
        .put("RememberSubtitleSelections", true)
        .put("EnableNextEpisodeAutoPlay", true)
        .put("CastReceiverId", "F007D354");
  }

  private Dto policy(Account account) {
    List<String> open =
        server.library.ofType(ItemType.COLLECTION_FOLDER).stream()
            .map(Item::id)
            .filter(account::maySee)
            .toList();
    boolean everything = account.seesEverything();
    Limits limits = account.limits();
    return new Dto()
        .put("AllowedTags", List.of())
        .put("BlockUnratedItems", List.of())
        .put("AccessSchedules", List.of())
        .put("IsAdministrator", account.administrator())
        .put("IsHidden", true)
        .put("IsDisabled", account.disabled())
        .put("EnableUserPreferenceAccess", true)
        .put("EnableRemoteAccess", limits.remoteAccess())
        .put("EnableMediaPlayback", limits.playback())
        .put("EnableAudioPlaybackTranscoding", true)
        .put("EnableVideoPlaybackTranscoding", true)
        .put("EnablePlaybackRemuxing", true)
        .put("EnableContentDeletion", account.administrator())
        .put("EnableContentDownloading", true)
        .put("EnableAllDevices", limits.anyDevice())
        .put("EnabledDevices", List.of())
        .put("EnableAllFolders", everything)
        .put("EnabledFolders", everything ? List.of() : open)
        .put("MaxParentalRating", limits.rating())
        .put("MaxParentalSubRating", server.knowsSubScores() ? limits.subRating() : null)
        .put("BlockedTags", limits.blockedTags())
        .put("AllowedTags", limits.allowedTags())
        .put("BlockUnratedItems", limits.unrated())
        .put("AccessSchedules", schedules(account))
        .put("InvalidLoginAttemptCount", account.wrongPasswords())
        .put("LoginAttemptsBeforeLockout", account.lockoutAfter())
        .put("MaxActiveSessions", account.maximumSessions())
        .put(
            "AuthenticationProviderId",
            "Jellyfin.Server.Implementations.Users.DefaultAuthenticationProvider")
        .put(
            "PasswordResetProviderId",
            "Jellyfin.Server.Implementations.Users.DefaultPasswordResetProvider")
        .put("SyncPlayAccess", "CreateAndJoinGroups")
        .put("EnableCollectionManagement", false)
        .put("EnableSubtitleManagement", false)
        .put("EnableLyricManagement", false)
        .put("EnableRemoteControlOfOtherUsers", false)
        .put("EnableSharedDeviceControl", true)
        .put("EnableLiveTvManagement", false)
        .put("EnableLiveTvAccess", true)
        .put("ForceRemoteSourceTranscoding", false)
        .put("EnableContentDeletionFromFolders", List.of())
        .put("EnableSyncTranscoding", true)
        .put("EnableMediaConversion", true)
        .put("EnabledChannels", List.of())
        .put("EnableAllChannels", true)
        .put("EnablePublicSharing", true)
        .put("BlockedMediaFolders", List.of())
        .put("BlockedChannels", List.of())
        .put("RemoteClientBitrateLimit", 0);
  }

  private static List<Dto> schedules(Account account) {
    return account.limits().schedules().stream()
        .map(
            schedule ->
                new Dto()
                    .put("Id", 1)
                    .put("UserId", account.id())
                    .put("DayOfWeek", schedule.day())
                    .put("StartHour", schedule.startHour())
                    .put("EndHour", schedule.endHour()))
        .toList();
  }

  Dto session(DeviceToken device) {
    Optional<Item> playing =
        server.playing.itemOf(device.sessionId()).flatMap(server.library::find);
    ItemJson items = new ItemJson(server, device.account(), DtoOptions.none());
    return new Dto()
        .put(
            "PlayState",
            new Dto()
                .put("CanSeek", false)
                .put("IsPaused", false)
                .put("IsMuted", false)
                .put("RepeatMode", "RepeatNone")
                .put("PlaybackOrder", "Default"))
        .put("AdditionalUsers", List.of())
        .put(
            "Capabilities",
            new Dto()
                .put("PlayableMediaTypes", List.of())
                .put("SupportedCommands", List.of())
                .put("SupportsMediaControl", false)
                .put("SupportsPersistentIdentifier", true))
        .put("PlayableMediaTypes", List.of())
        .put("RemoteEndPoint", "127.0.0.1")
        .put("Id", device.sessionId())
        .put("UserId", device.account().id())
        .put("UserName", device.account().name())
        .put("Client", device.identity().client())
        .put("LastActivityDate", device.created())
        .put("LastPlaybackCheckIn", "0001-01-01T00:00:00.0000000Z")
        .put("DeviceName", device.identity().device())
        .put("NowPlayingItem", playing.map(items::of).orElse(null))
        .put("DeviceId", device.deviceId())
        .put("ApplicationVersion", device.identity().version())
        .put("IsActive", true)
        .put("SupportsMediaControl", false)
        .put("SupportsRemoteControl", false)
        .put("NowPlayingQueue", List.of())
        .put("NowPlayingQueueFullItems", server.v12() ? null : List.of())
        .put("HasCustomDeviceName", false)
        .put("ServerId", server.serverId)
        .put("SupportedCommands", List.of());
  }
}
