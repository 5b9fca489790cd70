package org.tiyun.view.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A picture of who pays whom, before it is drawn: parties, pipes of money between them and perhaps
 * one loop to underlay. It does not know how large the picture is, nor, unless its ledger says so,
 * where things stand.
 *
 * @param title one line, shown at the top and read aloud
 * @param subtitle what is shown and what is left out; shown under the title
 * @param description the picture in words, for those who cannot see it
 * @param boundary the text along the line between inside and outside
 * @param sizes what the area of a disc stands for
 * @param yearly whether amounts are those of one year, which the legend then says
 * @param places where parties are wanted; one without a place leaves all of them to be searched
 * @param row of maps that it is one of; empty for a map alone
 */
public record MoneyMap(
    String title,
    String subtitle,
    String description,
    String boundary,
    String sizes,
    boolean yearly,
    List<Node> nodes,
    List<Pipe> pipes,
    Optional<Loop> loop,
    Places places,
    Optional<Row> row) {

  public MoneyMap {
    nodes = List.copyOf(nodes);
    pipes = List.copyOf(pipes);
  }

  /** A map whose ledger does not say where things stand. */
  public MoneyMap(
      String title,
      String subtitle,
      String description,
      String boundary,
      String sizes,
      boolean yearly,
      List<Node> nodes,
      List<Pipe> pipes,
      Optional<Loop> loop) {
    this(
        title,
        subtitle,
        description,
        boundary,
        sizes,
        yearly,
        nodes,
        pipes,
        loop,
        Places.none(),
        Optional.empty());
  }

  /**
   * Maps that are drawn alike to be compared. Amounts are shares of the payments of each.
   *
   * @param widest amount that has the widest pipe, in all of them
   * @param kinds what a colour stands for in each of them
   */
  public record Row(double widest, Map<Category, String> kinds) {}

  /** The amount that has the widest pipe. */
  double widest() {
    return row.map(Row::widest)
        .orElseGet(() -> pipes.stream().mapToDouble(Pipe::width).max().orElse(0));
  }

  /** Where a party stands. The money of end users is the only one drawn green. */
  public enum Side {
    INSIDE,
    OUTSIDE,
    END_USERS,
    /** No party: what is bought with the money, or what is believed. */
    THING
  }

  /**
   * A party.
   *
   * @param size what the disc's area stands for, at least 0; empty: unknown, drawn dashed
   * @param sizeLabel the size in words; empty for none
   */
  public record Node(String id, String name, Side side, OptionalDouble size, String sizeLabel) {}

  /** What the money is for: the colour of a pipe. */
  public enum Category {
    EQUITY,
    HARDWARE,
    CLOUD,
    DEBT,
    END_USERS,
    OTHER;

    /** By its word, as tables write it: {@code end_users}; empty for a word that is none. */
    public static Optional<Category> of(String word) {
      return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far the money has come: the manner of drawing a pipe. */
  public enum Manner {
    PAID,
    CONTRACT,
    INTENT,
    UNDISCLOSED
  }

  /**
   * Money from payer to payee.
   *
   * @param amount the width, more than 0; empty for {@link Manner#UNDISCLOSED}
   * @param label shown on the pipe; empty for none
   * @param footnote a mark after the label
   */
  public record Pipe(
      String payer,
      String payee,
      OptionalDouble amount,
      Category category,
      Manner manner,
      String label,
      Optional<String> footnote) {

    double width() {
      return amount.orElse(0);
    }
  }

  /**
   * A loop to underlay.
   *
   * @param path ids in order of payment; the last pays the first
   * @param title first line of its badge
   * @param tightest second line: its tightest link
   */
  public record Loop(List<String> path, String title, String tightest) {
    public Loop {
      path = List.copyOf(path);
    }

    boolean has(Pipe pipe) {
      int at = path.indexOf(pipe.payer());
      return at >= 0 && path.get((at + 1) % path.size()).equals(pipe.payee());
    }
  }
}
