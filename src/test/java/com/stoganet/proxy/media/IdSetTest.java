package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdSetTest {

  @Test
  void given_many_ids_when_asked_then_exactly_those_are_in() {
    Random random = new Random(3);
    List<JellyfinId> inside = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      // Equal halves, and halves with the highest bit set.
      inside.add(new JellyfinId(random.nextInt(5) - 2, random.nextLong()));
    }

    IdSet set = IdSet.of(inside);

    assertThat(set.size()).isEqualTo(1_000);
    assertThat(inside).allMatch(set::contains);
    assertThat(inside).noneMatch(id -> set.contains(new JellyfinId(id.high(), id.low() + 1)));
    assertThat(IdSet.EMPTY.contains(inside.get(0))).isFalse();
  }

  @Test
  void given_the_same_ids_in_another_order_when_compared_then_the_sets_are_equal() {
    List<JellyfinId> ids = List.of(SampleTitles.id(2), SampleTitles.id(1), SampleTitles.id(2));

    assertThat(IdSet.of(ids))
        .isEqualTo(IdSet.of(List.of(SampleTitles.id(1), SampleTitles.id(2))))
        .hasSameHashCodeAs(IdSet.of(List.of(SampleTitles.id(1), SampleTitles.id(2))))
        .isNotEqualTo(IdSet.of(List.of(SampleTitles.id(1))));
  }
}
