package org.tiyun.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.words.Lang;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "537.334|$537B|5370亿美元",
        "2.6977|$2.7B|27亿美元",
        "1035.8|$1.04T|1.04万亿美元",
        "999.7|$1T|1万亿美元",
        "0.35|$350M|3.5亿美元",
        "0.00005|$0.05M|5万美元",
        "0|$0B|0亿美元",
        "-4.2|−$4.2B|−42亿美元",
      })
  void moneyReadsAsEachLanguageWritesIt(double billions, String en, String zh) {
    assertThat(new Figures(Lang.EN).money(billions)).isEqualTo(en);
    assertThat(new Figures(Lang.ZH).money(billions)).isEqualTo(zh);
  }

  @Test
  void moneyOfAModelStandsInItsOwnCurrency() {
    assertThat(new Figures(Lang.EN).money(17308, "bn CNY")).isEqualTo("CN¥17.3T");
    assertThat(new Figures(Lang.ZH).money(17308, "bn CNY")).isEqualTo("17.3万亿元");
    assertThat(new Figures(Lang.EN).money(2.6977, "bn USD")).isEqualTo("$2.7B");
    assertThat(new Figures(Lang.EN).money(12, "loaves")).isEqualTo("12 loaves");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0086,0.86%",
    "0.0523,5.2%",
    "0.376,37.6%",
    "0.5,50%",
    "1,100%",
    "0,0%",
    "0.00004,0.004%"
  })
  void percentKeepsWhatASmallShareNeeds(double share, String text) {
    assertThat(new Figures(Lang.EN).percent(share)).isEqualTo(text);
  }

  @Test
  void periodsAreNamedAsReadersNameThem() {
    assertThat(new Figures(Lang.EN).period("2027Q3")).isEqualTo("2027Q3");
    assertThat(new Figures(Lang.ZH).period("2027Q3")).isEqualTo("2027年三季度");
    assertThat(new Figures(Lang.ZH).period("17")).isEqualTo("17");
  }

  @Test
  void verySmallAndVeryLargeNumbersStandAsPowersOfTen() {
    Figures en = new Figures(Lang.EN);
    assertThat(en.number(-0.0000869)).isEqualTo("−8.69×10⁻⁵");
    assertThat(en.number(1e-12)).isEqualTo("1×10⁻¹²");
    assertThat(en.number(9.9996e-5)).isEqualTo("1×10⁻⁴");
    assertThat(en.number(123456789)).isEqualTo("1.23×10⁸");
    assertThat(en.number(0.0001)).isEqualTo("0.0001");
  }

  @Test
  void numbersAreGroupedAndShort() {
    Figures en = new Figures(Lang.EN);
    assertThat(en.number(1234567)).isEqualTo("1,234,567");
    assertThat(en.number(0.12345)).isEqualTo("0.123");
    assertThat(en.number(1877.946)).isEqualTo("1,878");
    assertThat(en.number(148.58)).isEqualTo("149");
    assertThat(en.number(-12.5)).isEqualTo("−12.5");
    assertThat(en.rough(0.6789)).isEqualTo("0.68");
    assertThat(en.rough(1234)).isEqualTo("1,200");
    assertThat(en.count(10000)).isEqualTo("10,000");
  }
}
