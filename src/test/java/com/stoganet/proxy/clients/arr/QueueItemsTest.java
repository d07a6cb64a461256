package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a queue mean. */
class QueueItemsTest {

  @ParameterizedTest
  @CsvSource({
    "delay, , , DELAYED, false",
    "downloadClientUnavailable, , , CLIENT_AWAY, false",
    "fallback, , , CLIENT_AWAY, false",
    "paused, downloading, ok, PAUSED, false",
    "queued, downloading, ok, QUEUED, false",
    "downloading, downloading, ok, DOWNLOADING, false",
    "Downloading, , Ok, DOWNLOADING, false",
    "warning, downloading, ok, DOWNLOADING, true",
    "downloading, downloading, warning, DOWNLOADING, true",
    "unknown, , , DOWNLOADING, false",
    "newer, newer, newer, DOWNLOADING, false",
    ", , , DOWNLOADING, false",
    "completed, importBlocked, warning, IMPORT_BLOCKED, true",
    "completed, importBlocked, ok, IMPORT_BLOCKED, false",
    "completed, importPending, warning, IMPORT_BLOCKED, true",
    "completed, importPending, error, IMPORT_BLOCKED, true",
    "completed, importPending, ok, IMPORTING, false",
    "completed, importing, ok, IMPORTING, false",
    "completed, imported, ok, IMPORTING, false",
    "completed, downloading, ok, IMPORTING, false",
    "completed, , , IMPORTING, false",
    "failed, downloading, ok, FAILED, false",
    "downloading, failed, error, FAILED, true",
    "completed, failedPending, warning, FAILED, true"
  })
  void given_words_when_read_then_it_is_known_how_far_it_is(
      String status, String state, String health, Phase phase, boolean warning) {
    QueueResource item = item();
    item.status = status;
    item.trackedDownloadState = state;
    item.trackedDownloadStatus = health;

    assertThat(row(item).phase()).isEqualTo(phase);
    assertThat(row(item).warning()).isEqualTo(warning);
  }

  @ParameterizedTest
  @CsvSource({
    "downloading, 00:25:53, PT25M53S",
    "downloading, 1.02:03:04, P1DT2H3M4S",
    "downloading, 00:00:00, ",
    "downloading, , ",
    "downloading, soon, ",
    "paused, 00:25:53, ",
    "completed, 00:00:00, ",
    "queued, 10:00:00, "
  })
  void given_a_time_when_read_then_it_counts_for_what_is_being_downloaded_only(
      String status, String time, String left) {
    QueueResource item = item();
    item.status = status;
    item.timeleft = time;

    assertThat(row(item).timeLeft().map(Duration::toString).orElse(null))
        .isEqualTo(left == null ? null : Duration.parse(left).toString());
  }

  @Test
  void given_messages_when_read_then_titles_stand_for_those_that_have_none() {
    QueueResource item = item();
    item.errorMessage = "Sample";
    item.statusMessages =
        List.of(
            message("Not all were imported"),
            message("one.mkv", "Sample", "Not an upgrade"),
            message("two.mkv", "Sample"),
            message(null));

    assertThat(row(item).messages())
        .containsExactly("Not all were imported", "Sample", "Not an upgrade");
  }

  @Test
  void given_a_row_of_nothing_when_read_then_it_is_a_row_of_an_unknown_title() {
    QueueItem row = row(item());

    assertThat(row.title()).isZero();
    assertThat(row.season()).isEqualTo(-1);
    assertThat(row.episode()).isEqualTo(-1);
    assertThat(row.size()).isZero();
    assertThat(row.download()).isEmpty();
    assertThat(row.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No files are eligible in /volume2/Media/#nzb/Devs.S01-TEPES | No files are eligible in"
            + " Devs.S01-TEPES",
        "No files in /media/TV Series/Devs (2020)/a.mkv found | No files in a.mkv found",
        "No files in /media/TV Series/Devs/ | No files in Devs",
        "/downloads does not exist | downloads does not exist",
        "Import failed, path '/downloads/x' is gone | Import failed, path 'x' is gone",
        "No access to C:\\Down loads\\x.mkv | No access to x.mkv",
        "No access to \\\\nas\\share\\x.mkv | No access to x.mkv",
        "Connection refused (192.168.1.10:8080) | Connection refused (\u2026)",
        "Cannot reach http://qbittorrent:8080/api now | Cannot reach \u2026 now",
        "Cannot reach nas.example.org:8080 | Cannot reach \u2026",
        "Not an upgrade. Existing: HDTV-1080p and/or WEBDL | Not an upgrade. Existing: HDTV-1080p"
            + " and/or WEBDL",
        "Costs $1 | Costs $1"
      })
  void given_a_message_when_shown_then_only_names_of_files_stay(String told, String shown) {
    assertThat(SanitizedMessage.of(told)).isEqualTo(shown);
  }

  @Test
  void given_a_very_long_path_when_shown_then_its_last_name_stays() {
    assertThat(SanitizedMessage.of("In " + "/a".repeat(100_000))).isEqualTo("In a");
  }

  private static QueueResource.StatusMessage message(String title, String... messages) {
    QueueResource.StatusMessage message = new QueueResource.StatusMessage();
    message.title = title;
    message.messages = List.of(messages);
    return message;
  }

  private static QueueResource item() {
    QueueResource item = new QueueResource();
    item.id = 1L;
    return item;
  }

  private static QueueItem row(QueueResource item) {
    return QueueItems.rows(List.of(item)).get(0);
  }
}
