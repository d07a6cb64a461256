package com.stoganet.proxy.clients.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read around what does not fit, and refused only as a whole. */
class TolerantJsonTest {

  @Test
  void given_a_list_of_something_else_when_read_then_it_is_no_empty_list_B05() {
    Sample sample = read("{\"Words\":[{},[]],\"Inner\":[7,\"x\"]}");

    assertThat(sample.words).isNull();
    assertThat(sample.inner).isNull();
    assertThat(read("{\"Inner\":[null]}").inner).isEmpty();
    assertThat(read("{\"Inner\":[7,{}]}").inner).hasSize(1);
  }

  private static final TolerantJson JSON = TolerantJson.ofCapitalNames();

  /** One field of every type that is read. */
  public static class Sample {
    public String text;
    public Integer number;
    public Long large;
    public Double fraction;
    public Boolean flag;
    public int count;
    public List<String> words;
    public List<Sample> inner;
    public Sample[] places;
    public Map<String, String> ids;
    public Map<String, Map<String, String>> hashes;

    @JsonbProperty("lower_case")
    public String renamed;
  }

  /** Members that decide about rights. */
  @Exact
  public static class Rights {
    public Integer limit;
  }

  @Test
  void given_what_fits_when_read_then_all_of_it_is_there() {
    Sample sample =
        read(
            """
            {"Text":"a","Number":1,"Large":9223372036854775807,"Fraction":1.5,"Flag":true,"Count":2,
             "Words":["x","y"],"Inner":[{"Text":"b"}],"Places":[{},{}],"Ids":{"Tmdb":"603"},
             "Hashes":{"Primary":{"t":"h"}},"lower_case":"c","Unknown":{"More":[{"a":[1]}]}}\
            """);

    assertThat(sample).hasNoNullFieldsOrProperties();
    assertThat(sample.large).isEqualTo(Long.MAX_VALUE);
    assertThat(sample.inner).extracting(inner -> inner.text).containsExactly("b");
    assertThat(sample.hashes).containsEntry("Primary", Map.of("t", "h"));
  }

  @ParameterizedTest
  @CsvSource({
    "2147483647, 2147483647",
    "2147483648, ",
    "99999999999, ",
    "-2147483649, ",
    "4.0, 4",
    "4.5, ",
    "1e3, 1000",
    "1e999999999, ",
    "true, ",
    "{}, ",
    "[1], ",
    "null, "
  })
  void given_a_number_when_it_does_not_fit_then_it_is_absent_and_never_another_one_B05(
      String number, Integer expected) {
    assertThat(read("{\"Number\":" + number + ",\"Text\":\"a\"}").number).isEqualTo(expected);
    assertThat(read("{\"Number\":" + number + ",\"Text\":\"a\"}").text).isEqualTo("a");
  }

  @Test
  void given_other_types_when_read_then_text_and_numbers_stand_for_one_another_B05() {
    Sample sample =
        read(
            "{\"Number\":\"2020\",\"Text\":1917,\"Flag\":\"true\",\"Fraction\":\"NaN\",\"Count\":\"x\"}");

    assertThat(sample.number).isEqualTo(2020);
    assertThat(sample.text).isEqualTo("1917");
    assertThat(sample.flag).isTrue();
    assertThat(sample.fraction).isNull();
    assertThat(sample.count).isZero();
  }

  @Test
  void given_odd_elements_when_read_then_lists_leave_them_out_and_arrays_keep_their_places_B05() {
    String odd = "[null,1,\"x\",[],{\"Text\":\"a\"}]";
    Sample sample =
        read(
            "{\"Inner\":%s,\"Places\":%s,\"Words\":%s,\"Ids\":{\"a\":null,\"b\":[],\"c\":\"d\"}}"
                .formatted(odd, odd, odd));

    assertThat(sample.inner).extracting(inner -> inner.text).containsExactly("a");
    assertThat(sample.places).hasSize(5).startsWith(null, null, null, null);
    assertThat(sample.words).containsExactly("1", "x");
    assertThat(sample.ids).isEqualTo(Map.of("c", "d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "true"})
  void given_something_else_as_a_whole_when_read_then_it_is_refused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonbException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "<html>", "{\"Text\":\"a\"", "{\"Words\":[}"})
  void given_no_json_when_read_then_it_is_refused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonException.class);
  }

  @Test
  void given_odd_rights_when_read_then_the_answer_is_refused_since_nobody_may_become_unlimited() {
    assertThat(JSON.fromJson("{\"Limit\":null}", Rights.class).limit).isNull();
    assertThatThrownBy(() -> JSON.fromJson("{\"Limit\":{}}", Rights.class))
        .isInstanceOf(JsonbException.class);
    assertThatThrownBy(() -> JSON.fromJson("{\"Limit\":99999999999}", Rights.class))
        .isInstanceOf(JsonbException.class);
  }

  private static Sample read(String json) {
    return JSON.fromJson(json, Sample.class);
  }
}
