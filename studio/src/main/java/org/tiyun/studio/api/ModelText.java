package org.tiyun.studio.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;
import org.tiyun.language.model.Variable;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.study.open.Terms;
import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** A model as its author wrote it, and what each of its names is and comes to. */
final class ModelText {
  private final CheckedModel model;
  private final Terms terms;
  private final Run run;

  private ModelText(CheckedModel model, Terms terms, Run run) {
    this.model = model;
    this.terms = terms;
    this.run = run;
  }

  static String json(Opened opened, Run run, String version) {
    ModelText text = new ModelText(opened.open().model(), opened.open().terms(), run);
    return JsonObject.compact(out -> {
      Hashes.put(out, opened, version);
      out.objects("files", files(opened), (o, f) -> o.put("name", f).put("text", read(opened, f)));
      out.objects("symbols", text.symbols(), text::symbol);
      out.put("first", run.model().calendar().label(1));
      out.put("last", run.model().calendar().label(run.periods()));
    });
  }

  private static Set<String> files(Opened opened) {
    Set<String> files = new LinkedHashSet<>();
    opened.open().model().inputs().forEach(i -> files.add(i.place().file()));
    opened.open().model().books().flows().forEach(f -> files.add(f.place().file()));
    opened.open().model().equations().forEach(e -> files.add(e.place().file()));
    files.removeIf(String::isEmpty);
    return files;
  }

  private static String read(Opened opened, String file) {
    Path folder = opened.open().folder().toAbsolutePath().normalize();
    Path path = folder.resolve(file).normalize();
    if (!path.startsWith(folder)) {
      throw new Failure(Finding.error("E0711"));
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new Failure(Finding.error("E0601", Place.of(file)).with("file", file));
    }
  }

  /** All elements of one declared name. */
  private record Symbol(String name, List<Variable> variables, List<Input> inputs) {}

  private List<Symbol> symbols() {
    Map<String, Symbol> all = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      if (variable.role() != Variable.Role.HIDDEN) {
        symbol(all, variable.name().base()).variables().add(variable);
      }
    }
    model.inputs().forEach(input -> symbol(all, input.name().base()).inputs().add(input));
    return List.copyOf(all.values());
  }

  private static Symbol symbol(Map<String, Symbol> all, String name) {
    return all.computeIfAbsent(name, n -> new Symbol(n, new ArrayList<>(), new ArrayList<>()));
  }

  private void symbol(JsonObject out, Symbol symbol) {
    out.put("name", symbol.name());
    Place place =
        symbol.inputs().isEmpty()
            ? symbol.variables().getFirst().place()
            : symbol.inputs().getFirst().place();
    out.put("file", place.file()).put("line", place.line());
    out.objects("inputs", symbol.inputs(), this::input);
    out.objects("variables", symbol.variables(), this::variable);
  }

  private void input(JsonObject out, Input input) {
    out.put("name", input.name().toString()).put("value", Rounded.of(run.inputs()[input.id()][1]));
    input.low().ifPresent(v -> out.put("low", v));
    input.high().ifPresent(v -> out.put("high", v));
    out.put("unit", input.unit()).put("doc", input.doc());
    SourceJson.put(out, input.origin(), terms);
    if (input.origin() instanceof Origin.Rows rows) {
      out.objects(
          "rows",
          rows.rows(),
          (o, row) ->
              o.put("at", row.file() + ":" + row.line())
                  .put("key", row.key())
                  .put("publisher", row.publisher())
                  .put("grade", row.grade())
                  .put("url", row.url().filter(u -> u.startsWith("http"))));
    }
  }

  private void variable(JsonObject out, Variable variable) {
    double[] values = run.values()[variable.id()];
    out.put("name", variable.name().toString())
        .put("unit", variable.unit())
        .put("doc", variable.doc());
    out.put("first", Rounded.of(values[1])).put("last", Rounded.of(values[run.periods()]));
  }
}
