package org.tiyun.view.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * Numbers as readers of a language write them. Money is given in billions of US dollars: English
 * says $1.2B and $4.5T, Chinese 12亿美元 and 4.5万亿美元.
 */
public record Figures(Lang lang) {
  private static final String MINUS = "\u2212";
  private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Money with three significant digits at most: $2.70B, $537B, $1.04T; 27亿美元, 1.04万亿美元. */
  public String money(double billions) {
    return lang == Lang.ZH
        ? moneyNumber(billions) + "美元"
        : signed(billions, "$" + englishMoney(Math.abs(billions)));
  }

  /** An amount in the unit of a model's money: dollars, yuan, or whatever it states. */
  public String money(double amount, String unit) {
    return switch (unit) {
      case "bn USD" -> money(amount);
      case "bn CNY" ->
          lang == Lang.ZH
              ? moneyNumber(amount) + "元"
              : signed(amount, "CN¥" + englishMoney(Math.abs(amount)));
      default -> unit.isEmpty() ? number(amount) : number(amount) + " " + unit;
    };
  }

  /** The same without the currency, for a table whose head names it. */
  public String moneyNumber(double billions) {
    return signed(
        billions,
        lang == Lang.ZH ? chineseMoney(Math.abs(billions)) : englishMoney(Math.abs(billions)));
  }

  private static String englishMoney(double billions) {
    if (billions >= 999.5) {
      return grouped(digits(billions / 1000, 3)) + "T";
    }
    if (billions >= 0.9995 || billions == 0) {
      return digits(billions, 3) + "B";
    }
    return digits(billions * 1000, 3) + "M";
  }

  private static String chineseMoney(double billions) {
    double yi = billions * 10;
    if (yi >= 9995) {
      return grouped(digits(yi / 10000, 3)) + "万亿";
    }
    if (yi >= 0.9995 || yi == 0) {
      return digits(yi, 3) + "亿";
    }
    return digits(yi * 10000, 3) + "万";
  }

  /** A unit of a model as readers write it; one that the catalogue does not know stays as it is. */
  public String unit(String unit, Words words) {
    String key = "unit." + unit.replace(' ', '_').replace('/', '.');
    return words.has(key) ? words.text(key) : unit;
  }

  /** A share of 1 in percent: two significant digits below 10, whole above: 0.89%, 5.2%, 38%. */
  public String percent(double share) {
    double percent = share * 100;
    return signed(percent, digits(Math.abs(percent), Math.abs(percent) >= 9.95 ? 3 : 2, 1) + "%");
  }

  /** A difference of shares in percentage points, with one decimal. */
  public String points(double difference) {
    double points = Math.round(difference * 1000) / 10.0;
    return signed(points, String.format(java.util.Locale.ROOT, "%.1f", Math.abs(points)));
  }

  /** Of each 100: as a percentage without its sign, at most one decimal. */
  public String ofHundred(double share) {
    double value = share * 100;
    return signed(value, grouped(digits(Math.abs(value), 2, 1)));
  }

  /** An amount as it was given, to the cent, its thousands grouped. */
  public String cents(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    boolean whole = rounded.stripTrailingZeros().scale() <= 0;
    return grouped(
        (whole ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded).toPlainString());
  }

  /**
   * Any number with three significant digits, whole from 100 on, and no needless zeros; very large
   * and very small ones by powers of ten: 8.69×10⁻⁵.
   */
  public String number(double value) {
    double size = Math.abs(value);
    if (size != 0 && Double.isFinite(size) && (size >= 1e7 || size < 1e-4)) {
      return signed(value, powerOfTen(size));
    }
    return signed(value, grouped(size >= 100 ? digits(size, 7, 0) : digits(size, 3)));
  }

  /** The same with two significant digits, for ends of a range. */
  public String rough(double value) {
    double two =
        Double.isFinite(value) && value != 0
            ? BigDecimal.valueOf(value)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .doubleValue()
            : value;
    return number(two);
  }

  private static String powerOfTen(double size) {
    BigDecimal rounded = BigDecimal.valueOf(size).round(new MathContext(3, RoundingMode.HALF_EVEN));
    int power = rounded.precision() - rounded.scale() - 1;
    StringBuilder raised = new StringBuilder();
    Integer.toString(power)
        .chars()
        .forEach(c -> raised.append(RAISED.charAt("-0123456789".indexOf(c))));
    String mantissa = rounded.movePointLeft(power).stripTrailingZeros().toPlainString();
    return mantissa + "\u00d710" + raised;
  }

  /** A count with its thousands grouped. */
  public String count(long value) {
    return grouped(Long.toString(value));
  }

  /** A period: 2027Q3 in English, 2027年三季度 in Chinese; other labels as they are. */
  public String period(String label) {
    if (lang == Lang.ZH && label.matches("\\d{4}Q[1-4]")) {
      return label.substring(0, 4) + "年" + "一二三四".charAt(label.charAt(5) - '1') + "季度";
    }
    if (lang == Lang.ZH && label.matches("\\d{4}")) {
      return label + "年";
    }
    return label;
  }

  private static String signed(double value, String size) {
    return value < 0 && !size.matches("[$0.]*[BTM%亿万]*") ? MINUS + size : size;
  }

  private static String digits(double value, int significant) {
    return digits(value, significant, significant);
  }

  /** At most so many significant digits and decimals; whole numbers are never cut. */
  private static String digits(double value, int significant, int decimals) {
    if (!Double.isFinite(value)) {
      return "?";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
    if (rounded.scale() > decimals && value >= 0.95) {
      rounded = rounded.setScale(decimals, RoundingMode.HALF_EVEN);
    }
    rounded = rounded.stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }

  private static String grouped(String digits) {
    int dot = digits.indexOf('.');
    String whole = dot < 0 ? digits : digits.substring(0, dot);
    String rest = dot < 0 ? "" : digits.substring(dot);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0 && whole.charAt(i - 1) != '-') {
        out.append(',');
      }
      out.append(whole.charAt(i));
    }
    return out + rest;
  }
}
