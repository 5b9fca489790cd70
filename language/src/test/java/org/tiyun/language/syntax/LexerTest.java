package org.tiyun.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Place;

/** Text to tokens: every text gives some, and each says where it stands. */
class LexerTest {
  private static List<Token> read(String text) {
    return Lexer.read(new Source("t.tiyun", text));
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "0.5, 0.5", "1e-3, 0.001", "2E3, 2000", "15%, 0.15", "007, 7", "1e+2, 100"})
  void numbers(String text, double value) {
    Token token = read(text).getFirst();
    assertThat(token.kind()).isEqualTo(Kind.NUMBER);
    assertThat(token.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2027Q1, PERIOD",
    "cash, NAME",
    "'''other-neoclouds''', QUOTED",
    "flow, KEYWORD",
    "收入, NAME",
    "Y_d, NAME",
    "_x1, NAME",
    "12abc, BAD",
    "1e999, BAD",
    "?, BAD",
    "#, BAD",
    "->, SIGN"
  })
  void kinds(String text, Kind kind) {
    assertThat(read(text)).extracting(Token::kind).containsExactly(kind, Kind.END);
  }

  @Test
  void rangesAreNotDecimals() {
    assertThat(read("0..23 2026Q1..2027Q4"))
        .extracting(Token::text)
        .containsExactly("0", "..", "23", "2026Q1", "..", "2027Q4", "");
  }

  @Test
  void commentsBlanksAndMarksOfAllKindsAreSkipped() {
    assertThat(read("\uFEFFa // rest = 1\r\n\t\u00A0\u3000b"))
        .extracting(Token::text)
        .containsExactly("a", "b", "");
  }

  @Test
  void placesCountCodePointsFromOne() {
    Token token = read("𝔁 = \"晨\"\n  梯 = 1").get(3);
    Place place = token.span().place();
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(3);
    assertThat(place.length()).isEqualTo(1);
    assertThat(place.sourceLine()).contains("  梯 = 1");
    assertThat(read("𝔁 = 1").get(1).span().place().column()).isEqualTo(3);
  }

  @Test
  void anEndlessLineIsNotQuoted() {
    Place place = read("x".repeat(1_000_000)).getFirst().span().place();
    assertThat(place.sourceLine()).isEmpty();
    assertThat(place.length()).isEqualTo(1_000_000);
  }

  @Test
  void aQuoteEndsWithItsLine() {
    assertThat(read("\"open\nx"))
        .extracting(Token::kind)
        .containsExactly(Kind.BAD, Kind.NAME, Kind.END);
  }

  @Test
  void whatIsShownOfATextIsShortAndPlain() {
    assertThat(Shown.of("a\u0000b\u001B[31m")).isEqualTo("aU+0000bU+001B[31m");
    assertThat(Shown.of("n".repeat(1000))).hasSize(61).endsWith("…");
    assertThat(Shown.of("\uD800")).isEqualTo("U+D800");
    assertThat(Shown.of("a\u202Eb")).isEqualTo("aU+202Eb");
  }
}
