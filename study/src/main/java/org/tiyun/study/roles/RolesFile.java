package org.tiyun.study.roles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.SideTable;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** Reads {@code study.csv}: columns {@code role,name,value}, further columns are for people. */
public final class RolesFile {
  private static final String FILE = "study.csv";
  private static final int MOST_NAMES = 12;

  private RolesFile() {}

  /**
   * The roles of a model.
   *
   * @throws Failure E0640 for a role that does not exist, E0641 for a name that the model has not,
   *     E0642 for a file without the columns; all rows at once
   */
  public static Roles of(OpenModel opened) {
    CheckedModel model = opened.model();
    Map<Role, List<Roles.Entry>> entries = new EnumMap<>(Role.class);
    Optional<SideTable> table = SideTable.read(opened, FILE, List.of("role", "name"));
    if (table.isEmpty()) {
      return new Roles(model, FILE, Map.of());
    }
    List<Finding> faults = new ArrayList<>();
    for (SideTable.Row row : table.get().rows()) {
      Optional<Role> role = Role.of(row.cell("role"));
      Place place = Place.cell(table.get().shown(), row.line(), "name");
      if (role.isEmpty()) {
        faults.add(unknownRole(row, table.get().shown()));
      } else if (!exists(opened, role.get().kind(), row.cell("name"))) {
        faults.add(
            Finding.error("E0641", place)
                .with("name", row.cell("name"))
                .with("kind", role.get().kind().name().toLowerCase(java.util.Locale.ROOT))
                .with("model", model.id())
                .with("known", some(known(opened, role.get().kind()))));
      } else {
        entries
            .computeIfAbsent(role.get(), r -> new ArrayList<>())
            .add(new Roles.Entry(role.get(), row.cell("name"), row.cell("value"), row.line()));
      }
    }
    if (!faults.isEmpty()) {
      throw new Failure(faults);
    }
    return new Roles(model, table.get().shown(), Collections.unmodifiableMap(entries));
  }

  private static List<String> known(OpenModel opened, Role.Kind kind) {
    return kind == Role.Kind.SCENARIO
        ? opened.scenarios().stream().map(OpenModel.ScenarioFile::id).toList()
        : Roles.known(opened.model(), kind);
  }

  private static boolean exists(OpenModel opened, Role.Kind kind, String name) {
    return kind == Role.Kind.SCENARIO
        ? known(opened, kind).contains(name)
        : Roles.exists(opened.model(), kind, name);
  }

  private static Finding unknownRole(SideTable.Row row, String shown) {
    List<String> known = new ArrayList<>();
    for (Role role : Role.values()) {
      known.add(role.word());
    }
    return Finding.error("E0640", Place.cell(shown, row.line(), "role"))
        .with("role", row.cell("role"))
        .with("known", String.join(", ", known));
  }

  /** What there is: all names, or the first dozen. */
  private static String some(List<String> known) {
    String list = String.join(", ", known.stream().limit(MOST_NAMES).toList());
    return known.size() > MOST_NAMES ? list + ", ..." : list;
  }
}
