package com.stoganet.proxy.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReplayBufferTest {

  private static final int ROOM = 1_000;

  private final EventReplayBuffer buffer = new EventReplayBuffer();

  @Test
  void given_notices_when_read_from_one_of_them_then_all_later_ones_come_once_and_in_order() {
    pin(5);

    assertThat(buffer.newest()).isEqualTo(5);
    assertThat(jsonAfter(2)).containsExactly("3", "4", "5");
    assertThat(jsonAfter(0)).containsExactly("1", "2", "3", "4", "5");
    assertThat(jsonAfter(5)).isEmpty();
  }

  @Test
  void given_more_notices_than_there_is_room_for_when_read_then_it_is_said_that_some_are_gone() {
    pin(ROOM + 1);

    assertThat(buffer.after(0)).isEmpty();
    assertThat(buffer.number(buffer.id(0))).isEmpty();
    assertThat(buffer.number(buffer.id(1))).hasValue(1);
    assertThat(jsonAfter(1))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(2, ROOM + 1).mapToObj(Long::toString).toList());
  }

  @Test
  void given_the_id_of_a_notice_when_asked_then_its_number_is_known() {
    pin(2);

    assertThat(buffer.id(2)).matches("[0-9a-f]{8}-2");
    assertThat(buffer.number(buffer.id(0))).hasValue(0);
    assertThat(buffer.number(buffer.id(2))).hasValue(2);
    assertThat(buffer.number(buffer.id(3))).as("not pinned yet").isEmpty();
    assertThat(buffer.number(new EventReplayBuffer().id(0))).as("another start").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1", "-1", "x-1", "%s", "%s-", "%s-x", "%s--1", "%s-１"})
  void given_anything_else_when_asked_then_it_is_no_id(String text) {
    pin(2);

    assertThat(buffer.number(text.replace("%s", boot()))).isEmpty();
    assertThat(buffer.number(boot() + "-99999999999999999999")).isEmpty();
  }

  private String boot() {
    return buffer.id(0).replace("-0", "");
  }

  private void pin(int count) {
    for (int i = 1; i <= count; i++) {
      buffer.append("x", Integer.toString(i), caller -> true);
    }
  }

  private List<String> jsonAfter(long number) {
    return buffer.after(number).orElseThrow().stream().map(SequencedEvent::json).toList();
  }
}
