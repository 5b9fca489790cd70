package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tiyun.study.twin.Likeness;
import org.tiyun.study.twin.Reason;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Compared;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Ends;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.words.Words;

/** Where the likeness of the first two machines holds, and where it breaks and why. */
public final class LikenessText {
  private final Words words;
  private final TwinFigures said;
  private final TwinResult twin;
  private final List<String> machines;

  /** Machines are called as they are typed. */
  LikenessText(Words words, TwinResult twin) {
    this(words, twin, twin.models().stream().map(TwinResult.Side::name).toList());
  }

  /**
   * @param machines what each is called
   */
  public LikenessText(Words words, TwinResult twin, List<String> machines) {
    this.words = words;
    this.said = new TwinFigures(new Figures(words.lang()));
    this.twin = twin;
    this.machines = machines;
  }

  String text() {
    StringBuilder out = new StringBuilder("\n");
    out.append(TwinText.paragraph(title()));
    holds().forEach(line -> out.append(TwinText.paragraph(line)));
    TextTable table = new TextTable(1, TwinText.NAME);
    List<String> head = new ArrayList<>(List.of(words.text("view.twin.breaks")));
    head.addAll(machines);
    head.add(words.text("view.twin.how"));
    table.row(head);
    for (Group group : breaks()) {
      table.heading(group.title());
      group
          .rows()
          .forEach(row -> {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, "  " + row.getFirst());
            table.row(cells);
          });
    }
    return out.append(table.text()).toString();
  }

  /** What is compared, and over which years. */
  public String title() {
    return words.say(
        "view.twin.likeness",
        "first",
        machines.get(0),
        "second",
        machines.get(1),
        "year",
        twin.years().getLast());
  }

  /** Quantities that do the same in both, that stand still in both, and that one of them lacks. */
  public List<String> holds() {
    List<String> lines = new ArrayList<>();
    line(lines, "view.twin.holds", c -> c.comparable() && !c.breaks() && !still(c));
    line(lines, "view.twin.still", c -> c.comparable() && !c.breaks() && still(c));
    line(lines, "view.twin.missing", c -> !c.comparable());
    return lines;
  }

  private static boolean still(Compared compared) {
    return compared.likeness() == Likeness.NEITHER;
  }

  private void line(List<String> lines, String key, Predicate<Compared> which) {
    List<String> names = twin.compared().stream().filter(which).map(this::name).toList();
    if (!names.isEmpty()) {
      lines.add(
          words.say(
              key,
              "count",
              names.size(),
              "list",
              String.join(words.text("view.list.semicolon"), names)));
    }
  }

  /**
   * What breaks for one reason.
   *
   * @param rows name, what each machine does, and how the first two differ
   */
  public record Group(String title, List<List<String>> rows) {}

  /** Where it breaks, by reason; a reason for which nothing breaks is left out. */
  public List<Group> breaks() {
    List<Group> groups = new ArrayList<>();
    List<Optional<Reason>> reasons = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      reasons.add(Optional.of(reason));
    }
    reasons.add(Optional.empty());
    for (Optional<Reason> reason : reasons) {
      List<List<String>> rows =
          twin.compared().stream()
              .filter(c -> c.comparable() && c.breaks() && c.reason().equals(reason))
              .map(this::row)
              .toList();
      if (!rows.isEmpty()) {
        String word = reason.map(Reason::word).orElse("none");
        groups.add(new Group(words.text("view.twin.reason." + word), rows));
      }
    }
    return groups;
  }

  private List<String> row(Compared compared) {
    List<String> row = new ArrayList<>(List.of(name(compared)));
    for (int m = 0; m < machines.size(); m++) {
      row.add(path(compared, m));
    }
    row.add(how(compared));
    return row;
  }

  private String name(Compared compared) {
    String name = compared.name().in(words.lang());
    return switch (compared) {
      case Quantity _ -> name;
      case Eighteenth each -> each.quantity().number() + " " + name;
    };
  }

  /** A level as a multiple of year 0, a share from year 0 to the end, else the one value. */
  private String path(Compared compared, int machine) {
    Ends ends = compared.ends().get(machine);
    return switch (compared) {
      case Quantity quantity when quantity.level() -> said.times(ends.to());
      case Eighteenth each when !each.quantity().overTime() && each.of().get(machine).defined() ->
          said.value(each.of().get(machine));
      case Quantity _, Eighteenth _ ->
          Double.isFinite(ends.from()) && ends.from() != ends.to()
              ? said.number(ends.from()) + " \u2192 " + said.number(ends.to())
              : said.number(ends.to());
    };
  }

  /** How the first two differ; size counts where they do the same, or nothing is known of moves. */
  public String how(Compared compared) {
    Likeness likeness = compared.likeness();
    boolean size = compared.apart() && !likeness.breaks();
    String key = size ? "apart" : likeness.word();
    return words.say("view.twin.how." + key, "first", machines.get(0), "second", machines.get(1));
  }

  /** How the first two answer to the same change; nothing where one of them cannot. */
  String responses(List<Effect> effects) {
    if (effects.size() < 2) {
      return "";
    }
    Likeness likeness = Likeness.of(effects.get(0).move(), effects.get(1).move());
    return likeness == Likeness.UNKNOWN
        ? ""
        : words.say(
            "view.twin.how." + likeness.word(),
            "first",
            machines.get(0),
            "second",
            machines.get(1));
  }

  /** What the first two do, and where and why the likeness fails. */
  String sentence(Compared compared) {
    StringBuilder out = new StringBuilder();
    if (compared.comparable() && (compared.likeness() != Likeness.UNKNOWN || compared.apart())) {
      out.append(words.say("view.twin.pair", "how", how(compared))).append('\n');
    }
    String why = compared.fails().in(words.lang());
    return out.append(TwinText.paragraph(words.say("view.twin.fails", "why", why))).toString();
  }
}
